#include "gdal_io/points_file.hpp"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "gdal_io/gdal_session.hpp"
#include "gdal_io/open_dataset.hpp"
#include "gdal_io/reference_system.hpp"

namespace reddline::gdal_io {
namespace {

namespace fs = std::filesystem;

raster::Grid utm_grid() {
    start_gdal([](const std::string&) {});
    OGRSpatialReference utm;
    utm.importFromEPSG(32648);  // UTM zone 48 north, central meridian 105 degrees east
    raster::Grid grid;
    grid.origin_x = 499'985.0;
    grid.origin_y = 1'300'015.0;
    grid.pixel_width = 30.0;
    grid.pixel_height = 30.0;
    grid.columns = 100;
    grid.rows = 100;
    grid.crs_wkt = wkt_of(utm);
    return grid;
}

std::vector<SamplePoint> two_points() {
    std::vector<SamplePoint> points(2);
    points[0].id = "a";
    points[0].order = 1;
    points[1].id = "b";
    points[1].order = 2;
    points[1].column = 10;
    points[1].row = 20;
    return points;
}

TEST(SetCoordinates, GivesTheCentresOfPixelsInLongitudeAndLatitude) {
    std::vector<SamplePoint> points = two_points();
    set_coordinates(points, utm_grid(), "tile.tif");
    // gdaltransform -s_srs EPSG:32648 -t_srs EPSG:4326 gives 105 11.7598631570643 for the first centre, 500000 1300000.
    EXPECT_NEAR(points[0].longitude_deg, 105.0, 1e-9);
    EXPECT_NEAR(points[0].latitude_deg, 11.7598631570643, 1e-10);
    EXPECT_GT(points[1].longitude_deg, 105.0);
    EXPECT_LT(points[1].latitude_deg, points[0].latitude_deg);
}

TEST(SetCoordinates, LeavesDegreesOfWgs84AsTheyAre) {
    raster::Grid grid = utm_grid();
    grid.origin_x = 105.0;
    grid.origin_y = 13.0;
    grid.pixel_width = 0.00025;
    grid.pixel_height = 0.00025;
    grid.crs_wkt = wkt_of(*wgs84_reference());
    std::vector<SamplePoint> points = two_points();
    set_coordinates(points, grid, "tile.tif");
    EXPECT_EQ(points[1].longitude_deg, grid.x_of(10.5));
    EXPECT_EQ(points[1].latitude_deg, grid.y_of(20.5));
}

/// The bytes of a file.
std::string bytes_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST(WritePoints, WritesCentresAndOutlinesAndNothingThatTellsAClass) {
    const raster::Grid grid = utm_grid();
    const std::string path = (fs::path(testing::TempDir()) / "points_file_test.gpkg").string();
    fs::remove(path);
    write_points(two_points(), grid, path, "points.gpkg");
    {
        const DatasetPtr file(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
        ASSERT_EQ(file->GetLayerCount(), 2);
        for (const char* const name : {"points", "pixels"}) {
            OGRLayer* const layer = file->GetLayerByName(name);
            EXPECT_EQ(layer->GetFeatureCount(), 2);
            const OGRFeatureDefn& fields = *layer->GetLayerDefn();
            ASSERT_EQ(fields.GetFieldCount(), 3);
            EXPECT_STREQ(fields.GetFieldDefn(0)->GetNameRef(), "id");
            EXPECT_STREQ(fields.GetFieldDefn(1)->GetNameRef(), "order");
            EXPECT_STREQ(fields.GetFieldDefn(2)->GetNameRef(), "reference");
            const std::unique_ptr<OGRFeature> last(layer->GetFeature(2));
            EXPECT_STREQ(last->GetFieldAsString("id"), "b");
            EXPECT_FALSE(last->IsFieldSetAndNotNull(2));
            OGREnvelope box;
            last->GetGeometryRef()->getEnvelope(&box);
            const double half = std::string(name) == "pixels" ? 15.0 : 0.0;
            EXPECT_EQ(box.MinX, 500'300.0 - half);
            EXPECT_EQ(box.MaxX, 500'300.0 + half);
            EXPECT_EQ(box.MinY, 1'299'400.0 - half);
        }
    }
    const std::string again = path + ".again.gpkg";
    fs::remove(again);
    write_points(two_points(), grid, again, "points.gpkg");
    EXPECT_EQ(bytes_of(again), bytes_of(path));
    fs::remove(path);
    fs::remove(again);
}

}  // namespace
}  // namespace reddline::gdal_io
