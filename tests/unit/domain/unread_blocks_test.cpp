#include "domain/unread_blocks.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(UnreadBlocks, AreAFindingThatNamesLayerFileAndHowManyThereAre) {
    const UnreadBlocks unread{"treecover2000", "east.tif", 400, 200, {{1, 2}, {3, 4}}};
    EXPECT_EQ(finding_of(unread), (Finding{"blocks_missing", Severity::warning, "east.tif",
                                           "Blocks of treecover2000 could not be read and count as no data.",
                                           "2 blocks of 400 x 200 pixels"}));
}

}  // namespace
}  // namespace reddline
