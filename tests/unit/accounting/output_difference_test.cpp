#include "accounting/output_difference.hpp"

#include <gmock/gmock.h>

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Tally ha(std::int64_t count) {
    return {count, count * cm2_per_ha};
}

ZoneExtent zone(const std::string& name, std::int64_t area_ha) {
    return {{name, ZoneRole::project, name, ""}, 1, 0, ha(area_ha), 0};
}

StatedLoss loss(const std::string& stratum, int year, double area_ha, std::optional<double> emission_tCO2e) {
    StatedLoss stated{"park", stratum, LossYear{year}, Hectares::of(area_ha), std::nullopt};
    if (emission_tCO2e) stated.emission = TonnesCO2e::of(*emission_tCO2e);
    return stated;
}

StatedOutput output(int last_year, const std::vector<StatedLoss>& losses) {
    return {.label = "",
            .default_reading = "route loss",
            .release = "release of " + std::to_string(last_year),
            .codes = {LossYear{2018}, LossYear{last_year}},
            .zones = {zone("park", 100)},
            .facts = {{"loss.last_year", std::to_string(last_year)}, {"zones", "park"}},
            .tables = {},
            .losses = losses};
}

TEST(DifferenceOfOutputs, PutsWhatMovedMostTonnesFirst) {
    const StatedOutput a = output(2020, {loss("evergreen", 2018, 10, 6'000), loss("evergreen", 2019, 20, 12'000),
                                         loss("deciduous", 2019, 50, 10'000)});
    const StatedOutput b = output(2020, {loss("evergreen", 2018, 10, 6'000), loss("evergreen", 2019, 12, 7'200),
                                         loss("deciduous", 2019, 60, 12'000)});
    const OutputDifference difference = output_difference(a, b);
    ASSERT_EQ(difference.common.size(), 3U);
    EXPECT_EQ(difference.common[0].stratum, "evergreen");
    EXPECT_EQ(difference.common[0].year, LossYear{2019});
    EXPECT_EQ(difference.common[0].more()->value(), -8);
    EXPECT_EQ(difference.common[0].more_emission()->value(), -4'800);
    EXPECT_EQ(difference.common[1].stratum, "deciduous");
    EXPECT_EQ(difference.common[1].more()->value(), 10);
    EXPECT_EQ(difference.common[2].more()->value(), 0);
    EXPECT_THAT(difference.uncovered, IsEmpty());
}

TEST(DifferenceOfOutputs, KeepsYearsOfOneReleaseApartAndNeverCountsThemAsZero) {
    const OutputDifference difference =
        output_difference(output(2020, {loss("evergreen", 2020, 5, 3'000)}),
                          output(2023, {loss("evergreen", 2020, 5, 3'000), loss("evergreen", 2021, 30, 18'000)}));
    ASSERT_EQ(difference.uncovered.size(), 1U);
    EXPECT_EQ(difference.uncovered[0].year, LossYear{2021});
    EXPECT_EQ(difference.uncovered[0].a, std::nullopt);
    EXPECT_EQ(difference.uncovered[0].b->value(), 30);
    EXPECT_EQ(difference.uncovered[0].more(), std::nullopt);
    EXPECT_EQ(difference.common.size(), 1U);
}

TEST(DifferenceOfOutputs, AStratumThatIsNotListedInACoveredYearWasLostNowhere) {
    const OutputDifference difference =
        output_difference(output(2020, {}), output(2020, {loss("bamboo", 2019, 4, 500)}));
    ASSERT_EQ(difference.common.size(), 1U);
    EXPECT_EQ(difference.common[0].a->value(), 0);
    EXPECT_EQ(difference.common[0].more_emission()->value(), 500);
}

TEST(DifferenceOfOutputs, TonnesThatOneRunDoesNotStateAreNotKnownAndComeLast) {
    const OutputDifference difference =
        output_difference(output(2020, {loss("crops", 2019, 90, std::nullopt), loss("evergreen", 2019, 1, 600)}),
                          output(2020, {loss("crops", 2019, 10, std::nullopt), loss("evergreen", 2019, 2, 1'200)}));
    ASSERT_EQ(difference.common.size(), 2U);
    EXPECT_EQ(difference.common[0].stratum, "evergreen");
    EXPECT_EQ(difference.common[1].more()->value(), -80);
    EXPECT_EQ(difference.common[1].more_emission(), std::nullopt);
}

TEST(DifferenceOfOutputs, MatchesZonesByNameAndStatesTheirAreas) {
    StatedOutput a = output(2020, {loss("evergreen", 2019, 1, 600)});
    StatedOutput b = output(2020, {loss("evergreen", 2019, 1, 600)});
    a.zones.push_back(zone("old", 5));
    a.losses.push_back({"old", "evergreen", LossYear{2019}, Hectares::of(3), std::nullopt});
    b.zones = {zone("new", 6), zone("park", 101)};
    const OutputDifference difference = output_difference(a, b);
    ASSERT_EQ(difference.zones.size(), 1U);
    EXPECT_EQ(difference.zones[0].zone, "park");
    EXPECT_EQ(difference.zones[0].a, ha(100));
    EXPECT_EQ(difference.zones[0].b, ha(101));
    EXPECT_THAT(difference.only_a, ElementsAre("old"));
    EXPECT_THAT(difference.only_b, ElementsAre("new"));
    EXPECT_EQ(difference.common.size(), 1U);
}

TEST(DifferenceOfOutputs, NamesWhatElseTheCountsDoNotShare) {
    StatedOutput a = output(2020, {});
    StatedOutput b = output(2023, {});
    a.facts.push_back({"forest.min_area_ha", "0.5"});
    b.facts.push_back({"forest.min_area_ha", "0"});
    b.facts.push_back({"strata", "map"});
    a.tables = {{"carbon.csv", 10, "abc"}, {"legend.csv", 10, "def"}};
    b.tables = {{"carbon.csv", 10, "abd"}, {"legend.csv", 10, "def"}};
    const OutputDifference difference = output_difference(a, b);
    ASSERT_EQ(difference.facts.size(), 2U);  // not the last year of the product, which is what is compared
    EXPECT_EQ(difference.facts[0].name, "forest.min_area_ha");
    EXPECT_EQ(difference.facts[0].a, "0.5");
    EXPECT_EQ(difference.facts[0].b, "0");
    EXPECT_EQ(difference.facts[1].name, "strata");
    EXPECT_EQ(difference.facts[1].a, "");
    EXPECT_THAT(difference.tables, ElementsAre("carbon.csv"));
}

}  // namespace
}  // namespace reddline::accounting
