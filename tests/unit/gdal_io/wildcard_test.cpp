#include "gdal_io/wildcard.hpp"

#include <gtest/gtest.h>

namespace reddline::gdal_io {
namespace {

TEST(Wildcard, StarStandsForAnyCharacters) {
    EXPECT_TRUE(matches_wildcard("GFC_lossyear_20N.tif", "*lossyear*.tif"));
    EXPECT_TRUE(matches_wildcard("lossyear.tif", "*lossyear*.tif"));
    EXPECT_FALSE(matches_wildcard("lossyear.tif.aux.xml", "*lossyear*.tif"));
    EXPECT_TRUE(matches_wildcard("", "*"));
}

TEST(Wildcard, QuestionMarkStandsForOneCharacter) {
    EXPECT_TRUE(matches_wildcard("10N.tif", "?0N.tif"));
    EXPECT_FALSE(matches_wildcard("0N.tif", "?0N.tif"));
}

TEST(Wildcard, BracketsStandForOneOfASet) {
    EXPECT_TRUE(matches_wildcard("tile7", "tile[0-9]"));
    EXPECT_FALSE(matches_wildcard("tilex", "tile[0-9]"));
    EXPECT_TRUE(matches_wildcard("tilex", "tile[!0-9]"));
    EXPECT_TRUE(matches_wildcard("b", "[abc]"));
    EXPECT_TRUE(matches_wildcard("a[b", "a[b")) << "a bracket that never closes stands for itself";
}

}  // namespace
}  // namespace reddline::gdal_io
