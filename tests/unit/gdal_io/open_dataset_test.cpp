#include "gdal_io/open_dataset.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using reddline::tests::thrown_error;

TEST(OpenDataset, TellsAMissingFileFromOneThatCannotBeRead) {
    EXPECT_EQ(thrown_error([] { return open_raster("/vsimem/open/none.tif"); }).code(), ErrorCode::missing_file);
    EXPECT_EQ(thrown_error([] { return open_vector("/vsimem/open/none.gpkg"); }).code(), ErrorCode::missing_file);
    const std::string text = tests::write_text("/vsimem/open/text.tif", "no raster");
    EXPECT_EQ(thrown_error([&] { return open_raster(text); }).code(), ErrorCode::unreadable_file);
    const std::string empty = tests::write_text("/vsimem/open/empty.tif", "");
    EXPECT_EQ(thrown_error([&] { return open_raster(empty); }).code(), ErrorCode::unreadable_file);
}

TEST(FilesOf, ListsSideFiles) {
    const std::string path = tests::write_constant({.path = "/vsimem/open/sided.tif"}, 1);
    tests::write_text(path + ".aux.xml", "<PAMDataset><Metadata><MDI key=\"a\">b</MDI></Metadata></PAMDataset>");
    EXPECT_THAT(files_of(*open_raster(path), path), ::testing::ElementsAre(path, path + ".aux.xml"));
}

}  // namespace
}  // namespace reddline::gdal_io
