#include "gdal_io/map_raster.hpp"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <array>
#include <atomic>
#include <vector>

#include "domain/error.hpp"
#include "gdal_io/gdal_session.hpp"
#include "gdal_io/reference_system.hpp"
#include "support/thrown_error.hpp"

namespace reddline::gdal_io {
namespace {

using testing::ElementsAre;

// x = 100 + column, y = 50 - row.
raster::Grid degree_grid() {
    OGRSpatialReference reference;
    reference.SetFromUserInput("EPSG:4326");
    raster::Grid grid;
    grid.origin_x = 100;
    grid.origin_y = 50;
    grid.pixel_width = grid.pixel_height = 1;
    grid.columns = grid.rows = 60;
    grid.crs_wkt = wkt_of(reference);
    return grid;
}

const MapLook two_classes{{{1, "one", {10, 20, 30}}, {7, "seven", {40, 50, 60}}}, {{"FOREST", "tall"}}};

class MapRasterTest : public testing::Test {
protected:
    void SetUp() override { start_gdal({}); }
    void TearDown() override { VSIRmdirRecursive("/vsimem/maps"); }

    std::atomic<bool> stop = false;
};

TEST_F(MapRasterTest, HoldsWhatWasWrittenWindowByWindowAndZeroElsewhere) {
    {
        MapRaster raster(degree_grid(), {20, 10, 4, 3}, MapDepth::byte, two_classes, "/vsimem/maps/scratch.tif", "map");
        raster.write({22, 12, 2, 1}, std::vector<std::uint8_t>{7, 1});
        raster.write({20, 10, 3, 1}, std::vector<std::uint16_t>{1, 7, 0});
        raster.store("/vsimem/maps/map.tif", 1, stop);
    }
    const DatasetPtr map = open_raster("/vsimem/maps/map.tif");
    EXPECT_STREQ(map->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
    EXPECT_STREQ(map->GetMetadataItem("FOREST"), "tall");
    std::array<double, 6> place{};
    map->GetGeoTransform(place.data());
    EXPECT_THAT(place, ElementsAre(120, 1, 0, 40, 0, -1));
    GDALRasterBand& band = *map->GetRasterBand(1);
    std::vector<std::uint8_t> pixels(12);
    ASSERT_EQ(band.RasterIO(GF_Read, 0, 0, 4, 3, pixels.data(), 4, 3, GDT_Byte, 0, 0, nullptr), CE_None);
    EXPECT_THAT(pixels, ElementsAre(1, 7, 0, 0, 0, 0, 0, 0, 0, 0, 7, 1));
    EXPECT_EQ(band.GetNoDataValue(), 0.0);
    EXPECT_STREQ(band.GetCategoryNames()[7], "seven");
    EXPECT_EQ(band.GetColorTable()->GetColorEntry(7)->c2, 50);
    EXPECT_EQ(band.GetColorTable()->GetColorEntry(0)->c4, 0);
}

TEST_F(MapRasterTest, LeavesNothingOfItsScratchFileBehind) {
    { MapRaster raster(degree_grid(), {0, 0, 4, 3}, MapDepth::word, two_classes, "/vsimem/maps/scratch.tif", "map"); }
    VSIStatBufL status;
    EXPECT_NE(VSIStatL("/vsimem/maps/scratch.tif", &status), 0);
    EXPECT_NE(VSIStatL("/vsimem/maps/scratch.tif.aux.xml", &status), 0);
}

TEST_F(MapRasterTest, NamesThePathInTheEndWhereNothingCanBeWritten) {
    const Error error = tests::thrown_error([&] {
        MapRaster raster(degree_grid(), {0, 0, 4, 3}, MapDepth::byte, two_classes, "/no/such/folder/x.tif",
                         "DIR/map.tif");
    });
    EXPECT_EQ(error.code(), ErrorCode::output_failed);
    EXPECT_EQ(error.subject(), "DIR/map.tif");
}

TEST_F(MapRasterTest, StopsOnASignal) {
    stop = true;
    MapRaster raster(degree_grid(), {0, 0, 4, 3}, MapDepth::byte, two_classes, "/vsimem/maps/scratch.tif", "map");
    const Error error = tests::thrown_error([&] { raster.store("/vsimem/maps/map.tif", 1, stop); });
    EXPECT_EQ(error.code(), ErrorCode::stopped);
}

}  // namespace
}  // namespace reddline::gdal_io
