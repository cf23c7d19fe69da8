#include "gdal_io/zone_source.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "gdal_io/reference_system.hpp"
#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using reddline::tests::thrown_error;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

// 10 x 10 pixels of one degree from 100 E, 10 N, so that x = 100 + column and y = 10 - row.
raster::Grid degree_grid() {
    OGRSpatialReference reference;
    reference.SetFromUserInput("EPSG:4326");
    raster::Grid grid;
    grid.origin_x = 100;
    grid.origin_y = 10;
    grid.pixel_width = grid.pixel_height = 1;
    grid.columns = grid.rows = 10;
    grid.crs_wkt = wkt_of(reference);
    return grid;
}

// Rings as lists of column and row, turned to longitude and latitude.
std::string rings(const std::vector<std::vector<std::pair<double, double>>>& corners) {
    std::string text = "[";
    for (const auto& ring : corners) {
        text += text.size() > 1 ? ",[" : "[";
        for (std::size_t i = 0; i <= ring.size(); ++i) {
            const auto& [column, row] = ring[i % ring.size()];
            text += (i > 0 ? "," : "") + std::string(CPLSPrintf("[%.9g,%.9g]", 100 + column, 10 - row));
        }
        text += "]";
    }
    return text + "]";
}

std::string polygon(const std::vector<std::vector<std::pair<double, double>>>& corners) {
    return R"({"type":"Polygon","coordinates":)" + rings(corners) + "}";
}

std::string box(double left, double top, double right, double bottom) {
    return polygon({{{left, top}, {right, top}, {right, bottom}, {left, bottom}}});
}

ZoneSource source_of(const std::string& path) {
    ZoneSource source;
    source.zone.name = "project";
    source.zone.role = ZoneRole::project;
    source.path = path;
    return source;
}

ZonesOnGrid zones_of(const std::vector<std::pair<std::string, std::string>>& features) {
    return read_zones({source_of(tests::write_geojson("/vsimem/zones/zones.geojson", features))}, degree_grid());
}

std::int64_t pixels_of(const ZonesOnGrid& zones, std::uint32_t area = 0) {
    std::vector<raster::Span> own;
    for (const raster::Span& span : zones.spans) {
        if (span.area == area) own.push_back(span);
    }
    std::int64_t pixels = 0;
    const raster::RunTable runs(own);
    runs.for_each(runs.bounds(),
                  [&](std::int64_t, std::int64_t first, std::int64_t end, std::uint32_t) { pixels += end - first; });
    return pixels;
}

TEST(ReadZones, TakesThePixelsWhoseCentreLiesInside) {
    const ZonesOnGrid zones = zones_of({{R"("name":"a")", box(1.4, 2.4, 4.6, 4.4)}});
    ASSERT_EQ(zones.zones.size(), 1U);
    EXPECT_EQ(zones.zones[0].zone.name, "project");
    EXPECT_EQ(zones.zones[0].zone.entry, "project");
    EXPECT_EQ(zones.zones[0].zone.role, ZoneRole::project);
    EXPECT_EQ(zones.zones[0].features, 1);
    EXPECT_EQ(zones.zones[0].repaired, 0);
    EXPECT_EQ(zones.zones[0].pixels_beyond, 0);
    // Centres at 1.5, 2.5, 3.5, 4.5 across and 2.5, 3.5 down.
    EXPECT_THAT(zones.spans, UnorderedElementsAre(raster::Span{2, 1, 5, 0}, raster::Span{3, 1, 5, 0}));
    EXPECT_THAT(zones.files, ElementsAre("/vsimem/zones/zones.geojson"));
}

TEST(ReadZones, LeavesOutHolesAndJoinsParts) {
    const std::string with_hole = polygon({{{0, 0}, {5, 0}, {5, 5}, {0, 5}}, {{1, 1}, {4, 1}, {4, 4}, {1, 4}}});
    EXPECT_EQ(pixels_of(zones_of({{"", with_hole}})), 25 - 9);
    const std::string parts = R"({"type":"MultiPolygon","coordinates":[)" + rings({{{0, 0}, {2, 0}, {2, 2}, {0, 2}}}) +
                              "," + rings({{{6, 6}, {9, 6}, {9, 9}, {6, 9}}}) + "]}";
    EXPECT_EQ(pixels_of(zones_of({{"", parts}})), 4 + 9);
    const std::string collection =
        R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[100,10]},)" + box(0, 0, 3, 1) +
        "]}";
    EXPECT_EQ(pixels_of(zones_of({{"", collection}})), 3) << "polygons of a collection are taken, its points are not";
}

TEST(ReadZones, CountsFeaturesThatOverlapOnce) {
    const ZonesOnGrid zones = zones_of({{"", box(0, 0, 4, 1)}, {"", box(2, 0, 6, 1)}});
    EXPECT_EQ(zones.zones[0].features, 2);
    EXPECT_EQ(pixels_of(zones), 6);
}

TEST(ReadZones, CountsPixelsBeyondTheGrid) {
    const ZonesOnGrid zones = zones_of({{"", box(-3, -2, 2, 1)}, {"", box(-2, -2, 0, 0)}, {"", box(8, 9, 12, 12)}});
    // First box 5 x 3, of which 2 x 1 inside; the second lies in it; third 4 x 3, of which 2 x 1 inside.
    EXPECT_EQ(zones.zones[0].pixels_beyond, 13 + 10);
    EXPECT_EQ(pixels_of(zones), 4);
}

TEST(ReadZones, RepairsInvalidRingsAndSaysSo) {
    const std::string bow_tie = polygon({{{0, 0}, {4, 4}, {4, 0}, {0, 4}}});
    const ZonesOnGrid zones = zones_of({{"", bow_tie}, {"", box(6, 6, 8, 8)}});
    EXPECT_EQ(zones.zones[0].features, 2);
    EXPECT_EQ(zones.zones[0].repaired, 1);
    EXPECT_THAT(zones.zones[0].repair_reason, HasSubstr("Self-intersection"));
    // Two triangles that meet at (2, 2): rows 0 to 3 hold 0 + 0, ... centres strictly inside left and right triangle.
    EXPECT_EQ(
        pixels_of(zones) - 4,
        pixels_of(zones_of({{"", polygon({{{0, 0}, {2, 2}, {0, 4}}})}, {"", polygon({{{4, 0}, {2, 2}, {4, 4}}})}})));
}

TEST(ReadZones, SplitsByAnAttributeInTheOrderOfItsValues) {
    ZoneSource source =
        source_of(tests::write_geojson("/vsimem/zones/split.geojson", {{R"("id":10)", box(0, 0, 1, 1)},
                                                                       {R"("id":null)", box(5, 5, 9, 6)},
                                                                       {R"("id":9)", box(0, 0, 2, 1)},
                                                                       {R"("id":10)", box(3, 0, 5, 1)}}));
    source.split_by = "id";
    const ZonesOnGrid zones = read_zones({source}, degree_grid());
    ASSERT_EQ(zones.zones.size(), 3U);
    EXPECT_EQ(zones.zones[0].zone.name, "project/9");
    EXPECT_EQ(zones.zones[0].zone.entry, "project");
    EXPECT_EQ(zones.zones[1].zone.name, "project/10");
    EXPECT_EQ(zones.zones[2].zone.name, "project/(none)");
    EXPECT_THAT((std::vector{pixels_of(zones, 0), pixels_of(zones, 1), pixels_of(zones, 2)}), ElementsAre(2, 3, 4));
    source.split_by = "district";
    const Error error = thrown_error([&] { return read_zones({source}, degree_grid()); });
    EXPECT_EQ(error.code(), ErrorCode::table_malformed);
    EXPECT_THAT(error.message(), HasSubstr("'id'"));
}

TEST(ReadZones, KeepsTheFeaturesOfACondition) {
    ZoneSource source = source_of(tests::write_geojson(
        "/vsimem/zones/where.geojson", {{R"("name":"a")", box(0, 0, 1, 1)}, {R"("name":"b")", box(0, 0, 2, 1)}}));
    source.where = "name = 'b'";
    EXPECT_EQ(pixels_of(read_zones({source}, degree_grid())), 2);
    source.where = "name = 'c'";
    const Error empty = thrown_error([&] { return read_zones({source}, degree_grid()); });
    EXPECT_EQ(empty.code(), ErrorCode::zone_empty);
    EXPECT_EQ(empty.subject(), "project");
    EXPECT_THAT(empty.message(), HasSubstr("name = 'c'"));
    source.where = "nome = 'b'";
    const Error broken = thrown_error([&] { return read_zones({source}, degree_grid()); });
    EXPECT_EQ(broken.code(), ErrorCode::table_malformed);
    EXPECT_THAT(broken.message(), HasSubstr("nome"));
}

TEST(ReadZones, RefusesWhatIsNoArea) {
    const auto error_of = [](const std::string& geometry) {
        return thrown_error([&] { return zones_of({{"", geometry}}); });
    };
    const Error line = error_of(R"({"type":"LineString","coordinates":[[100,9],[101,9]]})");
    EXPECT_EQ(line.code(), ErrorCode::table_malformed);
    EXPECT_THAT(line.message(), HasSubstr("Line String"));
    EXPECT_EQ(error_of("null").code(), ErrorCode::zone_empty);
    EXPECT_EQ(error_of(R"({"type":"Polygon","coordinates":[]})").code(), ErrorCode::zone_empty);
    const Error metres =
        error_of(R"({"type":"Polygon","coordinates":[[[500000,9],[500100,9],[500100,10],[500000,9]]]})");
    EXPECT_EQ(metres.code(), ErrorCode::crs_mismatch);
    EXPECT_EQ(thrown_error([] { return read_zones({source_of("/vsimem/zones/none.gpkg")}, degree_grid()); }).code(),
              ErrorCode::missing_file);
    const std::string text = tests::write_text("/vsimem/zones/text.gpkg", "no vectors");
    EXPECT_EQ(thrown_error([&] { return read_zones({source_of(text)}, degree_grid()); }).code(),
              ErrorCode::unreadable_file);
}

// A GeoPackage whose layers each hold one square of 2 x 2 pixels.
std::string two_layers(const std::string& path, const std::string& crs) {
    GDALDataset* dataset =
        GetGDALDriverManager()->GetDriverByName("GPKG")->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    OGRSpatialReference reference;
    if (!crs.empty()) reference.SetFromUserInput(crs.c_str());
    for (const char* name : {"north", "south"}) {
        OGRLayer* layer = dataset->CreateLayer(name, crs.empty() ? nullptr : &reference, wkbUnknown, nullptr);
        OGRFeature feature(layer->GetLayerDefn());
        OGRGeometry* geometry = nullptr;
        OGRGeometryFactory::createFromWkt(
            "CURVEPOLYGON Z(COMPOUNDCURVE Z(CIRCULARSTRING Z(101 5 3,105 9 3,109 5 3),"
            "CIRCULARSTRING Z(109 5 3,105 1 3,101 5 3)))",
            nullptr, &geometry);
        feature.SetGeometryDirectly(geometry);
        EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
    GDALClose(dataset);
    return path;
}

TEST(ReadZones, AsksForALayerWhereSeveralAre) {
    start_gdal({});
    ZoneSource source = source_of(two_layers("/vsimem/zones/layers.gpkg", "EPSG:4326"));
    const Error error = thrown_error([&] { return read_zones({source}, degree_grid()); });
    EXPECT_EQ(error.code(), ErrorCode::table_malformed);
    EXPECT_THAT(error.message(), HasSubstr("'north', 'south'"));
    source.layer = "east";
    EXPECT_EQ(thrown_error([&] { return read_zones({source}, degree_grid()); }).code(), ErrorCode::table_malformed);
    source.layer = "south";
    // A circle of radius 4 about (5, 5), with heights: centres (c + 0.5, r + 0.5) within 4, counted by hand per row:
    // 4, 6, 8, 8, 8, 8, 6, 4 for rows 1 to 8.
    EXPECT_EQ(pixels_of(read_zones({source}, degree_grid())), 52);
}

TEST(ReadZones, NeedsAReferenceSystem) {
    start_gdal({});
    ZoneSource source = source_of(two_layers("/vsimem/zones/nocrs.gpkg", ""));
    source.layer = "south";
    EXPECT_EQ(thrown_error([&] { return read_zones({source}, degree_grid()); }).code(), ErrorCode::crs_missing);
}

TEST(ReadZones, FollowsEdgesIntoAnotherProjection) {
    // In polar stereographic coordinates the box's upper edge, the parallel 60 N, is an arc; with its four corners alone it
    // would be a chord that cuts off about 2 x (1 - cos 20 deg) x radius = 420 km of forest.
    OGRSpatialReference polar;
    polar.SetFromUserInput("+proj=stere +lat_0=90 +lat_ts=70 +lon_0=0 +ellps=WGS84 +units=m");
    raster::Grid grid;
    grid.origin_x = -1.5e6;
    grid.origin_y = -2.0e6;
    grid.pixel_width = grid.pixel_height = 1e4;
    grid.columns = 300;
    grid.rows = 200;
    grid.crs_wkt = wkt_of(polar);
    const std::string path = tests::write_geojson(
        "/vsimem/zones/arc.geojson",
        {{"", R"({"type":"Polygon","coordinates":[[[-20,60],[20,60],[20,65],[-20,65],[-20,60]]]})"}});
    const ZonesOnGrid zones = read_zones({source_of(path)}, grid);
    const ReferencePtr geographic = geographic_base(*reference_from_wkt(grid.crs_wkt));
    const PointTransform to_geographic(*reference_from_wkt(grid.crs_wkt), *geographic, "test");
    std::int64_t expected = 0;
    for (std::int64_t row = 0; row < grid.rows; ++row) {
        for (std::int64_t column = 0; column < grid.columns; ++column) {
            std::array<double, 1> x{grid.x_of(static_cast<double>(column) + 0.5)};
            std::array<double, 1> y{grid.y_of(static_cast<double>(row) + 0.5)};
            to_geographic.apply(x, y);
            if (std::abs(x[0]) < 20 && y[0] > 60 && y[0] < 65) ++expected;
        }
    }
    ASSERT_GT(expected, 5000);
    // Edges are true to a hundredth of a pixel, so of some 700 pixels on the outline a handful may differ.
    EXPECT_NEAR(static_cast<double>(pixels_of(zones)), static_cast<double>(expected), 7.0);
}

}  // namespace
}  // namespace reddline::gdal_io
