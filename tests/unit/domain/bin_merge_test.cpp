#include "domain/bin_merge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace reddline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(MergeBins, SortsByKeyAndAddsUpBinsOfOneKey) {
    std::vector<Bin> bins{{{1, 0, 5, 0}, {1, 10}}, {{0, 0, 5, 0}, {2, 20}}, {{1, 0, 5, 0}, {4, 40}}};
    merge_bins(bins);
    EXPECT_THAT(bins, ElementsAre(Bin{{0, 0, 5, 0}, {2, 20}}, Bin{{1, 0, 5, 0}, {5, 50}}));
}

TEST(MergeBins, LeavesWhatLiesBeforeThePlaceAlone) {
    std::vector<Bin> bins{
        {{9, 0, 0, 0}, {1, 1}}, {{2, 0, 0, 1}, {2, 2}}, {{2, 0, 0, 0}, {4, 4}}, {{2, 0, 0, 1}, {8, 8}}};
    merge_bins(bins, 1);
    EXPECT_THAT(bins, ElementsAre(Bin{{9, 0, 0, 0}, {1, 1}}, Bin{{2, 0, 0, 0}, {4, 4}}, Bin{{2, 0, 0, 1}, {10, 10}}));
}

TEST(MergeBins, TakesNoBins) {
    std::vector<Bin> bins;
    merge_bins(bins);
    EXPECT_THAT(bins, IsEmpty());
    bins = {{{0, 0, 0, 0}, {1, 1}}};
    merge_bins(bins, 1);
    EXPECT_THAT(bins, ElementsAre(Bin{{0, 0, 0, 0}, {1, 1}}));
}

}  // namespace
}  // namespace reddline
