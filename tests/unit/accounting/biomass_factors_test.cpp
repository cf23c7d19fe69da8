#include "accounting/biomass_factors.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace reddline::accounting {
namespace {

constexpr std::int64_t ha = cm2_per_ha;

// 3 ha at 100 t/ha with a deviation of 20, and 1 ha at 200 t/ha with 40.
BiomassSums two_pixels() {
    BiomassSums sums;
    sums.add({3, 3 * ha}, {10'000, 2'000});
    sums.add({1, 1 * ha}, {20'000, 4'000});
    return sums;
}

TEST(BiomassMean, LiesBetweenTwoBoundsOfItsError) {
    const auto mean = biomass_mean(two_pixels());
    EXPECT_DOUBLE_EQ(mean->agb, (3 * 100.0 + 200.0) / 4);
    // Deviations of the values from 125: 3 times 25, once 75.
    EXPECT_DOUBLE_EQ(mean->spatial_deviation, std::sqrt((3 * 25.0 * 25.0 + 75.0 * 75.0) / 4));
    // sqrt((3 x 20)^2 + (1 x 40)^2) / 4 = 18.03; (3 x 20 + 1 x 40) / 4 = 25.
    EXPECT_DOUBLE_EQ(*mean->independent, std::sqrt(60.0 * 60.0 + 40.0 * 40.0) / 4);
    EXPECT_DOUBLE_EQ(*mean->correlated, 25.0);
}

TEST(BiomassMean, HasTheSameBoundsWithASinglePixel) {
    BiomassSums sums;
    sums.add({11, ha}, {15'000, 3'000});
    const auto mean = biomass_mean(sums);
    EXPECT_DOUBLE_EQ(*mean->independent, 30.0);
    EXPECT_DOUBLE_EQ(*mean->correlated, 30.0);
    EXPECT_EQ(mean->spatial_deviation, 0.0);
}

TEST(BiomassMean, HasNoErrorWhereADeviationIsMissing) {
    BiomassSums sums = two_pixels();
    sums.add({1, ha}, {20'000, std::nullopt});
    const auto mean = biomass_mean(sums);
    EXPECT_DOUBLE_EQ(mean->agb, 140.0);
    EXPECT_EQ(mean->independent, std::nullopt);
    EXPECT_EQ(mean->correlated, std::nullopt);
}

TEST(BiomassMean, IsNoneWithoutAValue) {
    BiomassSums sums;
    sums.add({1, ha}, {});
    EXPECT_EQ(biomass_mean(sums), std::nullopt);
}

TEST(BiomassFactors, MakeOnePoolOfWhatIsAboveAndBelowGround) {
    const std::vector<BiomassStratum> strata{
        {"evergreen", StratumKind::forest, two_pixels(), biomass_mean(two_pixels())},
        {"crops", StratumKind::non_forest, two_pixels(), biomass_mean(two_pixels())},
        {"bare", StratumKind::forest, {}, std::nullopt},
        {"", StratumKind::non_forest, two_pixels(), biomass_mean(two_pixels())}};
    const auto to_carbon = [](const std::string&) { return BiomassToCarbon{0.5, 0.2, "map; ratio"}; };
    const CarbonTable factors = biomass_factors("f.csv", strata, to_carbon, PixelErrors::correlated);
    EXPECT_EQ(factors.name, "f.csv");
    ASSERT_EQ(factors.stocks.size(), 1U);
    const auto& pools = factors.find("evergreen")->pools();
    ASSERT_EQ(pools.size(), 1U);
    EXPECT_EQ(pools[0].pool, "total");
    EXPECT_DOUBLE_EQ(pools[0].density.value(), 75.0);          // 125 x 0.5 x 1.2
    EXPECT_DOUBLE_EQ(pools[0].standard_error->value(), 15.0);  // 25 x 0.5 x 1.2
    EXPECT_EQ(pools[0].source, "map; ratio");
}

TEST(BiomassFactors, AreAboveGroundAloneWithoutARootRatio) {
    const std::vector<BiomassStratum> strata{
        {"evergreen", StratumKind::forest, two_pixels(), biomass_mean(two_pixels())}};
    const auto to_carbon = [](const std::string&) { return BiomassToCarbon{0.5, std::nullopt, "map"}; };
    const CarbonTable factors = biomass_factors("f.csv", strata, to_carbon, PixelErrors::independent);
    EXPECT_EQ(factors.find("evergreen")->pools().front().pool, "above_ground");
    EXPECT_DOUBLE_EQ(factors.find("evergreen")->density().value(), 62.5);
}

TEST(BiomassCorrelations, MakeAllDensitiesWithAnErrorErrAsOne) {
    CarbonTable factors{.name = "f.csv", .stocks = {}};
    for (const char* const stratum : {"bamboo", "deciduous", "evergreen"})
        factors.stocks[stratum].add({"total", TonnesCPerHa::of(60.0), TonnesCPerHa::of(12.0), "a map"});
    factors.stocks["open"].add({"total", TonnesCPerHa::of(6.0), std::nullopt, "a map"});
    const auto pairs = biomass_correlations(factors);
    ASSERT_EQ(pairs.size(), 3U);
    EXPECT_EQ(pairs[1].one, "bamboo/total");
    EXPECT_EQ(pairs[1].other, "evergreen/total");
    EXPECT_EQ(pairs[1].coefficient, 1.0);
}

}  // namespace
}  // namespace reddline::accounting
