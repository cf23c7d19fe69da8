#include "estimation/sample_domain.hpp"

#include <gmock/gmock.h>

namespace reddline::estimation {
namespace {

using testing::ElementsAre;

ReferenceSample two_strata(const std::string& zone_of_first) {
    ReferenceSample sample;
    sample.strata = {{"loss", zone_of_first, Hectares::of(1), std::nullopt},
                     {"forest", "", Hectares::of(9), std::nullopt}};
    sample.points = {{0, "loss", "loss", "south", 3}, {1, "forest", "loss", "north", 2}};
    return sample;
}

bool is_loss(const SampledPoints& points) {
    return points.reference == "loss";
}

TEST(DomainsOf, AreTheWholeAndTheZonesSorted) {
    EXPECT_THAT(domains_of(two_strata("")), ElementsAre("", "north", "south"));
}

TEST(SampleDomain, ScoresPointsElsewhereAsZeroInEveryStratum) {
    const std::string north = "north";
    const ReferenceSample sample = two_strata("");
    const auto strata = SampleDomain(sample, north).scored("", is_loss, any_point);
    ASSERT_EQ(strata.size(), 2U);
    EXPECT_EQ(strata[0].scores[0].y, 0.0);
    EXPECT_EQ(strata[0].scores[0].x, 0.0);
    EXPECT_EQ(strata[0].scores[0].points, 3);
    EXPECT_EQ(strata[1].scores[0].y, 1.0);
    EXPECT_EQ(SampleDomain(sample, north).points(is_loss), 2);
}

TEST(SampleDomain, LeavesOutStrataOfOtherZonesAndOfOtherClasses) {
    const std::string north = "north";
    const ReferenceSample sample = two_strata("south");
    EXPECT_EQ(SampleDomain(sample, north).scored("", is_loss, any_point).size(), 1U);
    const std::string whole;
    EXPECT_EQ(SampleDomain(sample, whole).scored("forest", is_loss, any_point).size(), 1U);
    EXPECT_EQ(SampleDomain(sample, whole).mapped_area("forest"), Hectares::of(9));
    EXPECT_FALSE(SampleDomain(sample, north).mapped_area("forest"));
}

}  // namespace
}  // namespace reddline::estimation
