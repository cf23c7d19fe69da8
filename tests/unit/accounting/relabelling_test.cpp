#include "accounting/relabelling.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/disputed_case.hpp"

namespace reddline::accounting {
namespace {

using tests::mix_of;
using tests::small_factors;

/// Factors that are given in tCO2e/ha; a stock is in tC/ha.
CarbonTable factors_of_CO2e(double low_tCO2e_per_ha, double high_tCO2e_per_ha) {
    return {"co2.csv",
            {{"low", tests::stock(low_tCO2e_per_ha * 12.0 / 44.0)},
             {"high", tests::stock(high_tCO2e_per_ha * 12.0 / 44.0)}}};
}

const LossMix all_deciduous = mix_of(MixSource::reported, std::nullopt, {{"deciduous", 100}});

TEST(Relabelling, GivesTheWorkedExampleOfTheEquation) {
    // Eq. 25, worked: 1,000 ha at 120 t/ha, 90 % of which the evidence puts at 300 t/ha.
    const auto result =
        relabelling(mix_of(MixSource::reported, std::nullopt, {{"low", 1000}}),
                    mix_of(MixSource::mapped, 1, {{"low", 50}, {"high", 450}}), {}, factors_of_CO2e(120, 300));

    ASSERT_TRUE(result);
    EXPECT_EQ(result->map, 1U);
    EXPECT_FALSE(result->by_stratum);
    // Factors go through tC and back: a few units in the last place.
    EXPECT_NEAR(result->reported.value(), 120'000, 1e-6);
    EXPECT_NEAR(result->audited.value(), 282'000, 1e-6);
    EXPECT_NEAR((result->audited - result->reported).value(), 162'000, 1e-6);
}

TEST(Relabelling, ChangesNothingWhenTheEvidenceAgrees) {
    const LossMix reported = mix_of(MixSource::reported, std::nullopt, {{"evergreen", 10}, {"deciduous", 30}});
    const auto result =
        relabelling(reported, mix_of(MixSource::mapped, 0, {{"evergreen", 1}, {"deciduous", 3}}), {}, small_factors());

    EXPECT_DOUBLE_EQ(result->reported.value(), 10 * 550 + 30 * 220);
    EXPECT_DOUBLE_EQ(result->audited.value(), result->reported.value());
}

TEST(Relabelling, MovesTheEmissionByTheMovedHectaresTimesTheDifferenceOfTheFactors) {
    // Of 100 ha that are reported as deciduous the evidence moves 17 to evergreen: 17 x (550 - 220).
    const auto result = relabelling(all_deciduous, mix_of(MixSource::mapped, 0, {{"deciduous", 83}, {"evergreen", 17}}),
                                    {}, small_factors());

    // Shares of 0.83 and 0.17 are not exact in binary.
    EXPECT_NEAR((result->audited - result->reported).value(), 17 * 330, 1e-8);
}

TEST(Relabelling, TakesTheSharesOfEachReportedStratumWhereTheyAreKnown) {
    const LossMix reported = mix_of(MixSource::reported, std::nullopt, {{"evergreen", 40}, {"deciduous", 60}});
    const LossMix evidence = mix_of(MixSource::mapped, 1, {{"evergreen", 50}, {"deciduous", 50}});
    const std::vector<ShareRow> rows{{0, 1, "deciduous", "evergreen", Hectares::of(3), 0.75},
                                     {0, 1, "deciduous", "deciduous", Hectares::of(1), 0.25}};
    const auto result = relabelling(reported, evidence, rows, small_factors());

    ASSERT_TRUE(result);
    EXPECT_TRUE(result->by_stratum);
    EXPECT_DOUBLE_EQ(result->reported.value(), 40 * 550 + 60 * 220);
    // Deciduous has a row; evergreen has none and takes the mix of the evidence.
    EXPECT_DOUBLE_EQ(result->audited.value(), 40 * (0.5 * 550 + 0.5 * 220) + 60 * (0.75 * 550 + 0.25 * 220));
}

TEST(Relabelling, IsNotKnownWithoutLossOrWithoutAFactor) {
    const LossMix evidence = mix_of(MixSource::mapped, 0, {{"evergreen", 1}});
    const LossMix bamboo = mix_of(MixSource::mapped, 0, {{"evergreen", 1}, {"bamboo", 1}});

    EXPECT_TRUE(relabelling(all_deciduous, evidence, {}, small_factors()));
    EXPECT_FALSE(relabelling({}, evidence, {}, small_factors()));
    EXPECT_FALSE(relabelling(all_deciduous, {MixSource::mapped, 0, {}, {}}, {}, small_factors()));
    EXPECT_FALSE(relabelling(all_deciduous, bamboo, {}, small_factors()));
    EXPECT_FALSE(relabelling(bamboo, evidence, {}, small_factors()));
}

StratumQuestion disputed_question() {
    StratumQuestion question;
    question.mixes = {all_deciduous, mix_of(MixSource::mapped, 0, {{"deciduous", 9}, {"evergreen", 1}}),
                      mix_of(MixSource::mapped, 1, {{"evergreen", 7}, {"deciduous", 3}})};
    question.shares = {{0, 1, "deciduous", "evergreen", Hectares::of(8), 0.8},
                       {0, 1, "deciduous", "deciduous", Hectares::of(2), 0.2},
                       {1, 0, "deciduous", "deciduous", Hectares::of(3), 1.0}};
    return question;
}

const std::vector<std::size_t> both_maps{0, 1};

TEST(Relabellings, GoesByStratumWhereTheClaimNamesAnotherMapThanTheEvidence) {
    const auto results = relabellings(disputed_question(), both_maps, 0, small_factors());

    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(results[0].map, 0U);
    EXPECT_FALSE(results[0].by_stratum);
    EXPECT_DOUBLE_EQ(results[0].audited.value(), 100 * (0.9 * 220 + 0.1 * 550));
    EXPECT_EQ(results[1].map, 1U);
    EXPECT_TRUE(results[1].by_stratum);
    EXPECT_DOUBLE_EQ(results[1].audited.value(), 100 * (0.2 * 220 + 0.8 * 550));
}

TEST(Relabellings, TakesTheMixOfAllLossWhereTheMapOfTheClaimIsNotKnown) {
    const auto results = relabellings(disputed_question(), both_maps, std::nullopt, small_factors());

    ASSERT_EQ(results.size(), 2U);
    EXPECT_FALSE(results[1].by_stratum);
    EXPECT_DOUBLE_EQ(results[1].audited.value(), 100 * (0.3 * 220 + 0.7 * 550));
}

TEST(Relabellings, StartFromTheMapOfTheClaimThoughItIsNoEvidence) {
    const std::vector<std::size_t> other_map{1};
    const auto results = relabellings(disputed_question(), other_map, 0, small_factors());

    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0].map, 1U);
    EXPECT_TRUE(results[0].by_stratum);
}

TEST(Relabellings, AreNoneWithoutAReport) {
    StratumQuestion question = disputed_question();
    question.mixes.erase(question.mixes.begin());

    EXPECT_TRUE(relabellings(question, both_maps, 0, small_factors()).empty());
}

}  // namespace
}  // namespace reddline::accounting
