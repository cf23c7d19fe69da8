#include "gdal_io/points_file.hpp"

#include <ogrsf_frmts.h>

#include <array>
#include <cmath>
#include <memory>

#include "domain/error.hpp"
#include "gdal_io/attribute_fields.hpp"
#include "gdal_io/fixed_date.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/open_dataset.hpp"
#include "gdal_io/reference_system.hpp"

namespace reddline::gdal_io {

namespace {

/// A place in a pixel, from its upper-left corner.
using PlaceInPixel = std::array<double, 2>;
constexpr PlaceInPixel centre{0.5, 0.5};
constexpr std::array<PlaceInPixel, 5> corners{{{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}, {0.0, 0.0}}};

OGRPoint place_of(const SamplePoint& point, const PlaceInPixel& place, const raster::Grid& grid) {
    return {grid.x_of(static_cast<double>(point.column) + place[0]),
            grid.y_of(static_cast<double>(point.row) + place[1])};
}

std::unique_ptr<OGRGeometry> centre_of(const SamplePoint& point, const raster::Grid& grid) {
    return std::make_unique<OGRPoint>(place_of(point, centre, grid));
}

std::unique_ptr<OGRGeometry> outline_of(const SamplePoint& point, const raster::Grid& grid) {
    OGRLinearRing ring;
    for (const PlaceInPixel& corner : corners) {
        const OGRPoint place = place_of(point, corner, grid);
        ring.addPoint(place.getX(), place.getY());
    }
    auto outline = std::make_unique<OGRPolygon>();
    outline->addRing(&ring);
    return outline;
}

/// A layer of the file, and what is drawn in it.
struct PointLayer {
    const char* name;
    OGRwkbGeometryType type;
    std::unique_ptr<OGRGeometry> (*geometry_of)(const SamplePoint&, const raster::Grid&);
};

constexpr std::array<PointLayer, 2> layers{{{"points", wkbPoint, centre_of}, {"pixels", wkbPolygon, outline_of}}};

void write_layer(const PointLayer& kind, const std::vector<SamplePoint>& points, const raster::Grid& grid,
                 GDALDataset& file, const MessageCatcher& catcher, const std::string& shown) {
    const ReferencePtr reference = reference_from_wkt(grid.crs_wkt);
    OGRLayer* const layer = file.CreateLayer(kind.name, reference.get(), kind.type, nullptr);
    if (layer == nullptr) fail_to_write(shown, catcher.first());
    add_fields(
        {{"id", AttributeKind::text, ""}, {"order", AttributeKind::whole, ""}, {"reference", AttributeKind::text, ""}},
        catcher, shown, *layer);
    expect_written(layer->StartTransaction(), catcher, shown);
    for (const SamplePoint& point : points) {
        OGRFeature feature(layer->GetLayerDefn());
        set_fields({point.id, point.order, {}}, feature);
        feature.SetGeometryDirectly(kind.geometry_of(point, grid).release());
        add_feature(feature, catcher, shown, *layer);
    }
    expect_written(layer->CommitTransaction(), catcher, shown);
}

}  // namespace

void set_coordinates(std::vector<SamplePoint>& points, const raster::Grid& grid, const std::string& subject) {
    std::vector<double> x;
    std::vector<double> y;
    for (const SamplePoint& point : points) {
        const OGRPoint place = place_of(point, centre, grid);
        x.push_back(place.getX());
        y.push_back(place.getY());
    }
    const ReferencePtr own = reference_from_wkt(grid.crs_wkt);
    const ReferencePtr wgs84 = wgs84_reference();
    // A transformation of a system to itself might still round.
    if (!same_reference(*own, *wgs84)) PointTransform(*own, *wgs84, subject).apply(x, y);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i])) {
            throw Error(ErrorCode::crs_mismatch, subject,
                        "expected every pixel to have a longitude and latitude, found none for the pixel " +
                            points[i].id + "; check the reference system of the loss tiles");
        }
        points[i].longitude_deg = x[i];
        points[i].latitude_deg = y[i];
    }
}

void write_points(const std::vector<SamplePoint>& points, const raster::Grid& grid, const std::string& path,
                  const std::string& shown) {
    const FixedDate fixed;
    const MessageCatcher catcher;
    DatasetPtr file(driver_of("GPKG", shown).Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!file) fail_to_write(shown, catcher.first());
    for (const PointLayer& kind : layers)
        write_layer(kind, points, grid, *file, catcher, shown);
    file.reset();
    if (catcher.any()) fail_to_write(shown, catcher.first());
}

}  // namespace reddline::gdal_io
