#include "domain/stratum_question.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(LossMix, SumsItsForestAndKnowsTheShareOfAStratum) {
    const LossMix mix{MixSource::mapped,
                      0,
                      {{"evergreen", Hectares::of(30.0), 0.75}, {"deciduous", Hectares::of(10.0), 0.25}},
                      Hectares::of(5.0)};
    EXPECT_EQ(mix.lost_forest(), Hectares::of(40.0));
    EXPECT_EQ(mix.share_of("evergreen"), 0.75);
    EXPECT_EQ(mix.share_of("bamboo"), 0.0);
    EXPECT_EQ(LossMix{}.lost_forest(), Hectares{});
}

TEST(MixSource, IsNamedAsInTheTables) {
    EXPECT_EQ(to_string(MixSource::expected), "expected");
    EXPECT_EQ(to_string(MixSource::reported), "reported");
    EXPECT_EQ(to_string(MixSource::mapped), "mapped");
}

}  // namespace
}  // namespace reddline
