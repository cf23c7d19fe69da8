#include "gdal_io/picture_file.hpp"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <array>
#include <vector>

#include "domain/error.hpp"
#include "gdal_io/gdal_session.hpp"
#include "gdal_io/open_dataset.hpp"
#include "gdal_io/reference_system.hpp"
#include "support/thrown_error.hpp"

namespace reddline::gdal_io {
namespace {

using testing::ElementsAre;

const Picture two_pixels{2, 1, {1, 2, 3, 255, 0, 0, 0, 0}};

raster::Grid degree_grid() {
    OGRSpatialReference reference;
    reference.SetFromUserInput("EPSG:4326");
    raster::Grid grid;
    grid.origin_x = 100;
    grid.origin_y = 50;
    grid.pixel_width = grid.pixel_height = 0.5;
    grid.crs_wkt = wkt_of(reference);
    return grid;
}

TEST(WritePng, KeepsPixelsAndTheirPlace) {
    start_gdal({});
    write_png(two_pixels, degree_grid(), {10, 20, 7, 3}, 4, "/vsimem/png/a.png", "a.png");
    const DatasetPtr file = open_raster("/vsimem/png/a.png");
    std::vector<std::uint8_t> pixels(8);
    ASSERT_EQ(file->RasterIO(GF_Read, 0, 0, 2, 1, pixels.data(), 2, 1, GDT_Byte, 4, nullptr, 4, 8, 1, nullptr),
              CE_None);
    EXPECT_EQ(pixels, two_pixels.rgba);
    std::array<double, 6> place{};
    ASSERT_EQ(file->GetGeoTransform(place.data()), CE_None);
    EXPECT_THAT(place, ElementsAre(105, 2, 0, 40, 0, -2));
    ASSERT_NE(file->GetSpatialRef(), nullptr);
    VSIRmdirRecursive("/vsimem/png");
}

TEST(WritePng, NamesThePathInTheEndWhereNothingCanBeWritten) {
    start_gdal({});
    const Error error = tests::thrown_error([&] {
        write_png(two_pixels, degree_grid(), {0, 0, 2, 1}, 1, "/no/such/folder/a.png", "DIR/a.png");
    });
    EXPECT_EQ(error.code(), ErrorCode::output_failed);
    EXPECT_EQ(error.subject(), "DIR/a.png");
}

}  // namespace
}  // namespace reddline::gdal_io
