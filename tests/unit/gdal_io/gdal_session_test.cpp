#include "gdal_io/gdal_session.hpp"

#include <cpl_error.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using ::testing::ElementsAre;

TEST(GdalSession, SendsMessagesToTheLogAndNotToTheTerminal) {
    std::vector<std::string> log;
    start_gdal([&](const std::string& message) { log.push_back(message); });
    CPLError(CE_Warning, CPLE_AppDefined, "tiles are tired");
    start_gdal({});
    EXPECT_THAT(log, ElementsAre("GDAL warning: tiles are tired"));
    EXPECT_THAT(gdal_version(), ::testing::StartsWith("3."));
}

TEST(GdalSession, NamesTheVersionsOfTheLibrariesBelow) {
    EXPECT_THAT(geos_version(), ::testing::MatchesRegex("[0-9]+[.][0-9]+[.][0-9]+"));
    EXPECT_THAT(proj_version(), ::testing::MatchesRegex("[0-9]+[.][0-9]+[.][0-9]+"));
}

TEST(ExpandPaths, FindsTheFilesOfAPatternSortedAndOnce) {
    VSIMkdirRecursive("/vsimem/expand/north", 0755);
    VSIMkdirRecursive("/vsimem/expand/south", 0755);
    for (const char* name : {"b_loss.tif", "a_loss.tif", "a_cover.tif"}) {
        tests::write_text(std::string("/vsimem/expand/north/") + name, "x");
        tests::write_text(std::string("/vsimem/expand/south/") + name, "x");
    }
    EXPECT_THAT(expand_paths({"/vsimem/expand/north/*loss*", "/vsimem/expand/north/a_*"}, ""),
                ElementsAre("/vsimem/expand/north/a_cover.tif", "/vsimem/expand/north/a_loss.tif",
                            "/vsimem/expand/north/b_loss.tif"));
    EXPECT_THAT(expand_paths({"*/a_loss.tif"}, "/vsimem/expand"),
                ElementsAre("/vsimem/expand/north/a_loss.tif", "/vsimem/expand/south/a_loss.tif"));
}

TEST(ExpandPaths, TakesAPathThatExistsAsItStands) {
    tests::write_text("/vsimem/expand/odd[1].tif", "x");
    EXPECT_THAT(expand_paths({"odd[1].tif"}, "/vsimem/expand/"), ElementsAre("/vsimem/expand/odd[1].tif"));
}

TEST(ExpandPaths, RefusesWhatNamesNoFile) {
    using reddline::tests::thrown_error;
    const Error literal = thrown_error([] { return expand_paths({"none.tif"}, "/vsimem/expand"); });
    EXPECT_EQ(literal.code(), ErrorCode::missing_file);
    EXPECT_EQ(literal.subject(), "/vsimem/expand/none.tif");
    EXPECT_EQ(thrown_error([] { return expand_paths({"*.vrt"}, "/vsimem/expand"); }).code(), ErrorCode::missing_file);
    EXPECT_EQ(thrown_error([] { return expand_paths({"no/where/*.vrt"}, "/vsimem/expand"); }).code(),
              ErrorCode::missing_file);
}

TEST(Resolved, LeavesAbsolutePathsAlone) {
    EXPECT_EQ(resolved("gfc/a.tif", "/data"), "/data/gfc/a.tif");
    EXPECT_EQ(resolved("gfc/a.tif", ""), "gfc/a.tif");
    EXPECT_EQ(resolved("/vsicurl/http://x/a.tif", "/data"), "/vsicurl/http://x/a.tif");
}

}  // namespace
}  // namespace reddline::gdal_io
