#include "gdal_io/polygon_reader.hpp"

#include <ogr_feature.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/gdal_messages.hpp"

namespace reddline::gdal_io {

namespace {

constexpr double edge_tolerance_px = 0.01;
constexpr int max_halvings = 20;  // a millionth of an edge: beyond it, the projection itself jumps

using GeometryPtr = std::unique_ptr<OGRGeometry>;

void collect_polygons(const OGRGeometry& geometry, std::vector<const OGRPolygon*>& polygons) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon || type == wkbTriangle) {
        if (geometry.IsEmpty() == 0) polygons.push_back(geometry.toPolygon());
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection) != 0) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection())
            collect_polygons(*part, polygons);
    }
}

bool has_open_ring(const OGRGeometry& geometry) {
    std::vector<const OGRPolygon*> polygons;
    collect_polygons(geometry, polygons);
    return std::ranges::any_of(polygons, [](const OGRPolygon* polygon) {
        return std::ranges::any_of(*polygon, [](const OGRLinearRing* ring) { return ring->get_IsClosed() == 0; });
    });
}

// A copy made of flat polygons with straight edges, where it has any.
GeometryPtr simplified(const OGRGeometry& geometry) {
    GeometryPtr flat(geometry.clone());
    flat->flattenTo2D();
    if (flat->hasCurveGeometry() != 0) flat.reset(flat->getLinearGeometry());
    const OGRwkbGeometryType type = wkbFlatten(flat->getGeometryType());
    if (type == wkbPolyhedralSurface || type == wkbTIN) {
        flat.reset(OGRGeometryFactory::forceToMultiPolygon(flat.release()));
    }
    return flat;
}

// Repairs a geometry in place; the result is what was wrong, nothing when it was valid.
std::optional<std::string> repair(GeometryPtr& geometry, const std::string& path, const std::string& place) {
    std::optional<std::string> reason;
    if (has_open_ring(*geometry)) {
        geometry->closeRings();
        reason = "a ring is not closed";
    }
    // GEOS tells its reason as a warning.
    const MessageCatcher catcher(Caught::everything);
    if (geometry->IsValid() != 0) return reason;
    GeometryPtr repaired(geometry->MakeValid());
    if (!repaired) {
        throw Error(
            ErrorCode::table_malformed, path,
            "expected valid polygons, found that " + place + " cannot be repaired; correct it. " + catcher.first());
    }
    geometry = std::move(repaired);
    return reason ? reason : catcher.first();
}

}  // namespace

PolygonReader::PolygonReader(const raster::Grid& grid, const OGRSpatialReference& from, const std::string& path)
    : grid_{&grid}, path_{path}, is_geographic_{from.IsGeographic() != 0} {
    const ReferencePtr to = reference_from_wkt(grid.crs_wkt);
    if (!same_reference(from, *to)) to_grid_ = std::make_unique<PointTransform>(from, *to, path);
}

FeaturePolygons PolygonReader::read(const OGRFeature& feature) const {
    const OGRGeometry* raw = feature.GetGeometryRef();
    if (raw == nullptr || raw->IsEmpty() != 0) return {};
    const std::string place = "feature " + std::to_string(feature.GetFID());
    FeaturePolygons result;
    GeometryPtr geometry = simplified(*raw);
    std::vector<const OGRPolygon*> polygons;
    collect_polygons(*geometry, polygons);
    if (polygons.empty()) {
        throw Error(ErrorCode::table_malformed, path_,
                    "expected polygons, found that " + place + " is a " +
                        OGRGeometryTypeToName(raw->getGeometryType()) +
                        "; leave it out with `where`, or draw the area");
    }
    expect_known(*geometry, place);
    result.repair_reason = repair(geometry, path_, place);
    polygons.clear();
    collect_polygons(*geometry, polygons);
    for (const OGRPolygon* polygon : polygons) {
        PixelPolygon rings;
        for (const OGRLinearRing* ring : *polygon) {
            std::vector<Point> points;
            for (const OGRPoint& point : *ring)
                points.push_back({point.getX(), point.getY()});
            rings.push_back(ring_in_pixels(points, place));
        }
        result.polygons.push_back(std::move(rings));
    }
    return result;
}

// Before any repair, which would quietly drop a point that is nowhere.
void PolygonReader::expect_known(const OGRGeometry& geometry, const std::string& place) const {
    constexpr double farthest_lon_deg = 540.0;
    constexpr double farthest_lat_deg = 90.01;
    std::vector<const OGRPolygon*> polygons;
    collect_polygons(geometry, polygons);
    for (const OGRPolygon* polygon : polygons) {
        for (const OGRLinearRing* ring : *polygon) {
            for (const OGRPoint& point : *ring) {
                const double x = point.getX();
                const double y = point.getY();
                const bool in_range =
                    !is_geographic_ || (std::abs(x) <= farthest_lon_deg && std::abs(y) <= farthest_lat_deg);
                if (in_range && std::isfinite(x) && std::isfinite(y)) continue;
                throw Error(ErrorCode::crs_mismatch, path_,
                            "expected coordinates of the file's reference system, found (" + shortest(x) + ", " +
                                shortest(y) + ") in " + place +
                                "; if latitude comes first, swap the two; else assign the true reference system "
                                "with ogr2ogr -a_srs, or correct the point");
            }
        }
    }
}

std::vector<kernels::PixelPoint> PolygonReader::ring_in_pixels(const std::vector<Point>& ring,
                                                               const std::string& place) const {
    if (!to_grid_) return in_pixels(ring, place);
    std::vector<kernels::PixelPoint> refined;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        append_edge(ring[i], ring[i + 1], 0, place, refined);
    return refined;
}

std::vector<kernels::PixelPoint> PolygonReader::in_pixels(const std::vector<Point>& points,
                                                          const std::string& place) const {
    std::vector<double> x;
    std::vector<double> y;
    for (const Point& point : points) {
        x.push_back(point.x);
        y.push_back(point.y);
    }
    if (to_grid_) to_grid_->apply(x, y);
    std::vector<kernels::PixelPoint> pixels;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i])) {
            throw Error(ErrorCode::crs_mismatch, path_,
                        "expected coordinates that the grid's reference system reaches, found (" +
                            shortest(points[i].x) + ", " + shortest(points[i].y) + ") in " + place +
                            "; check the file's reference system");
        }
        pixels.push_back(
            {(x[i] - grid_->origin_x) / grid_->pixel_width, (grid_->origin_y - y[i]) / grid_->pixel_height});
    }
    return pixels;
}

// Appends the edge from `a` up to, and without, `b`. A straight edge there is a curve here: it is halved
// until its points at the quarters lie where the straight line between its ends has them.
void PolygonReader::append_edge(const Point& a, const Point& b, int depth, const std::string& place,
                                std::vector<kernels::PixelPoint>& ring) const {
    const auto between = [&](double share) { return Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)}; };
    constexpr std::array<double, 5> shares{0.0, 0.25, 0.5, 0.75, 1.0};
    const std::vector<kernels::PixelPoint> points =
        in_pixels({a, between(shares[1]), between(shares[2]), between(shares[3]), b}, place);
    double deviation_px = 0.0;
    for (std::size_t i = 1; i + 1 < shares.size(); ++i) {
        const double column = points[0].column + shares[i] * (points[4].column - points[0].column);
        const double row = points[0].row + shares[i] * (points[4].row - points[0].row);
        deviation_px = std::max(deviation_px, std::hypot(points[i].column - column, points[i].row - row));
    }
    if (deviation_px <= edge_tolerance_px || depth == max_halvings) {
        ring.push_back(points[0]);
        return;
    }
    const Point middle = between(0.5);
    append_edge(a, middle, depth + 1, place, ring);
    append_edge(middle, b, depth + 1, place, ring);
}

}  // namespace reddline::gdal_io
