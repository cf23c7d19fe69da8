#include "gdal_io/polygon_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_feature.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/thrown_error.hpp"

namespace reddline::gdal_io {
namespace {

ReferencePtr reference_of(const char* name) {
    OGRSpatialReference reference;
    reference.SetFromUserInput(name);
    return reference_from_wkt(wkt_of(reference));
}

// Pixels of one unit whose upper-left corner is (0, 0): column = x, row = -y.
raster::Grid unit_grid(const char* crs, double pixel = 1.0) {
    raster::Grid grid;
    grid.pixel_width = grid.pixel_height = pixel;
    grid.columns = grid.rows = 100;
    grid.crs_wkt = wkt_of(*reference_of(crs));
    return grid;
}

FeaturePolygons read(const std::string& wkt, const raster::Grid& grid, const char* crs) {
    OGRFeatureDefn* definition = new OGRFeatureDefn("zones");
    definition->Reference();
    FeaturePolygons polygons;
    {
        OGRFeature feature(definition);
        OGRGeometry* geometry = nullptr;
        OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &geometry);
        feature.SetGeometryDirectly(geometry);
        polygons = PolygonReader(grid, *reference_of(crs), "zones.gpkg").read(feature);
    }
    definition->Release();
    return polygons;
}

TEST(PolygonReader, PutsRingsIntoPixels) {
    const FeaturePolygons read_polygons =
        read("POLYGON((1 -2,5 -2,5 -4,1 -2),(2 -2.2,3 -2.5,3 -2.6,2 -2.2))", unit_grid("EPSG:4326"), "EPSG:4326");
    ASSERT_EQ(read_polygons.polygons.size(), 1U);
    ASSERT_EQ(read_polygons.polygons[0].size(), 2U);
    EXPECT_EQ(read_polygons.polygons[0][0][1].column, 5.0);
    EXPECT_EQ(read_polygons.polygons[0][0][2].row, 4.0);
    EXPECT_FALSE(read_polygons.repair_reason);
}

TEST(PolygonReader, ClosesARingAndSaysSo) {
    const FeaturePolygons polygons = read("POLYGON((1 -1,5 -1,5 -5,1 -5))", unit_grid("EPSG:4326"), "EPSG:4326");
    EXPECT_EQ(polygons.repair_reason, "a ring is not closed");
    EXPECT_EQ(polygons.polygons.size(), 1U);
}

TEST(PolygonReader, FindsNoAreaInARingThatEnclosesNone) {
    const FeaturePolygons polygons = read("POLYGON((1 -1,5 -1,1 -1))", unit_grid("EPSG:4326"), "EPSG:4326");
    EXPECT_TRUE(polygons.polygons.empty());
    EXPECT_TRUE(polygons.repair_reason.has_value()) << "it is not left out in silence";
}

TEST(PolygonReader, RefusesCoordinatesThatAreNowhere) {
    OGRFeatureDefn* definition = new OGRFeatureDefn("zones");
    definition->Reference();
    for (const double y : {std::numeric_limits<double>::quiet_NaN(), 91.0}) {
        OGRLinearRing ring;
        for (const auto& [ring_x, ring_y] : {std::pair{1.0, -1.0}, {5.0, y}, {5.0, -5.0}, {1.0, -1.0}}) {
            ring.addPoint(ring_x, ring_y);
        }
        OGRPolygon polygon;
        polygon.addRing(&ring);
        OGRFeature feature(definition);
        feature.SetGeometry(&polygon);
        const raster::Grid grid = unit_grid("EPSG:4326");
        const PolygonReader reader(grid, *reference_of("EPSG:4326"), "zones.gpkg");
        EXPECT_EQ(reddline::tests::thrown_error([&] { return reader.read(feature); }).code(), ErrorCode::crs_mismatch);
    }
    definition->Release();
}

// 0.05 pixels between a parallel's arc and its chord is where halving starts to matter: the refined ring must lie on the arc.
TEST(PolygonReader, RefinesEdgesToAHundredthOfAPixel) {
    const char* polar = "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=0 +ellps=WGS84 +units=m";
    const raster::Grid grid = unit_grid(polar, 1000.0);
    const FeaturePolygons polygons = read("POLYGON((-10 60,10 60,10 61,-10 61,-10 60))", grid, "EPSG:4326");
    ASSERT_EQ(polygons.polygons.size(), 1U);
    const auto& ring = polygons.polygons[0][0];
    EXPECT_GT(ring.size(), 50U);
    const double radius_px = std::hypot(ring[0].column, ring[0].row);  // the pole is at (0, 0)
    double deviation_px = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        // The edge along 60 N runs from 10 W to 10 E; the middle of each of its pieces is compared with the circle.
        const double column = (ring[i].column + ring[i + 1].column) / 2;
        const double row = (ring[i].row + ring[i + 1].row) / 2;
        const bool on_parallel = std::abs(std::hypot(ring[i].column, ring[i].row) - radius_px) < 1e-3 &&
                                 std::abs(std::hypot(ring[i + 1].column, ring[i + 1].row) - radius_px) < 1e-3;
        if (on_parallel) deviation_px = std::max(deviation_px, std::abs(std::hypot(column, row) - radius_px));
    }
    EXPECT_GT(deviation_px, 0.0);
    EXPECT_LE(deviation_px, 0.011) << "a hundredth of a pixel, and a thousandth for the circle's own rounding";
}

}  // namespace
}  // namespace reddline::gdal_io
