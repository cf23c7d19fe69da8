#include "accounting/break_even.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/disputed_case.hpp"

namespace reddline::accounting {
namespace {

const FactorRange range{{"deciduous", TonnesCO2ePerHa::of(220)}, {"evergreen", TonnesCO2ePerHa::of(550)}};

std::optional<BreakEven> at(double reference_tCO2e, double displaced_tCO2e, double lost_ha) {
    return break_even(TonnesCO2e::of(reference_tCO2e), TonnesCO2e::of(displaced_tCO2e), Hectares::of(lost_ha), range);
}

TEST(BreakEven, IsTheShareOfTheDenseForestAtWhichNothingRemains) {
    const auto even = at(40'000, 2'000, 100);

    ASSERT_TRUE(even);
    EXPECT_EQ(even->high_stratum, "evergreen");
    EXPECT_EQ(even->low_stratum, "deciduous");
    EXPECT_EQ(even->lost.value(), 100);
    EXPECT_DOUBLE_EQ(even->share, (40'000.0 - 2'000 - 22'000) / 33'000);
    // At that share the reduction is 0.
    const double emitted_tCO2e = 100 * (even->share * 550 + (1 - even->share) * 220);
    EXPECT_NEAR(40'000 - 2'000 - emitted_tCO2e, 0.0, 1e-9);
}

TEST(BreakEven, LiesOutsideZeroToOneWhereTheForestTypesDecideNothing) {
    EXPECT_LT(at(20'000, 0, 100)->share, 0.0);  // 22,000 are emitted at least
    EXPECT_GT(at(60'000, 0, 100)->share, 1.0);  // 55,000 are emitted at most
    EXPECT_DOUBLE_EQ(at(22'000, 0, 100)->share, 0.0);
    EXPECT_DOUBLE_EQ(at(55'000, 0, 100)->share, 1.0);
}

TEST(BreakEven, IsNotThereWithoutLossOrWithOneFactor) {
    const FactorRange single{{"deciduous", TonnesCO2ePerHa::of(220)}, {"deciduous", TonnesCO2ePerHa::of(220)}};

    EXPECT_FALSE(at(40'000, 0, 0));
    EXPECT_FALSE(break_even(TonnesCO2e::of(40'000), {}, Hectares::of(100), single));
}

Statement statement_of(std::optional<double> displaced_tCO2e) {
    Statement statement;
    statement.strata.resize(2);
    statement.strata[0].observed_area = Hectares::of(70);
    statement.strata[1].observed_area = Hectares::of(30);
    statement.totals.reference = TonnesCO2e::of(40'000);
    if (displaced_tCO2e) statement.totals.displaced = TonnesCO2e::of(*displaced_tCO2e);
    return statement;
}

TEST(BreakEvenOf, TakesTheObservedAreaAndTheTotalsOfAStatement) {
    EXPECT_DOUBLE_EQ(break_even_of(statement_of(2'000), range)->share, 16'000.0 / 33'000);
    EXPECT_EQ(break_even_of(statement_of(2'000), range)->lost.value(), 100);
}

TEST(BreakEvenOf, CountsDisplacedEmissionsThatAreNotKnownAsNone) {
    EXPECT_DOUBLE_EQ(break_even_of(statement_of(std::nullopt), range)->share, 18'000.0 / 33'000);
}

Claim claim_with(const std::map<ClaimItem, double>& items_tCO2e) {
    Claim claim = tests::claim_of({});
    for (const auto& [item, amount_tCO2e] : items_tCO2e)
        claim.items[item] = TonnesCO2e::of(amount_tCO2e);
    return claim;
}

const ClaimedLoss reported{Hectares::of(100), std::nullopt};

TEST(ClaimedBreakEven, TakesTheReferenceLevelThatTheClaimStates) {
    const Claim claim = claim_with(
        {{ClaimItem::reference_level, 40'000}, {ClaimItem::displaced_emissions, 2'000}, {ClaimItem::credits, 1}});

    EXPECT_DOUBLE_EQ(claimed_break_even(claim, reported, range)->share, 16'000.0 / 33'000);
}

TEST(ClaimedBreakEven, TakesAllLossInTheStratumOfTheLowestFactorWhereOnlyCreditsAreStated) {
    // Eq. 26, worked: 600,000 / (4,000 x 394.5333) = 0.3802.
    const FactorRange dense{{"deciduous", TonnesCO2ePerHa::of(56.2 * 44 / 12)},
                            {"evergreen", TonnesCO2ePerHa::of(163.8 * 44 / 12)}};
    Claim claim = claim_with({{ClaimItem::credits, 600'000}});
    claim.lost_area = Hectares::of(4000);
    const auto even = claimed_break_even(claim, std::nullopt, dense);

    ASSERT_TRUE(even);
    EXPECT_EQ(even->lost.value(), 4000);
    EXPECT_NEAR(even->share, 0.3802, 5e-5);  // to the digits that are printed
}

TEST(ClaimedBreakEven, DoesNotDependOnDisplacedEmissionsWhereOnlyCreditsAreStated) {
    const Claim alone = claim_with({{ClaimItem::credits, 16'500}});
    const Claim with_belt = claim_with({{ClaimItem::credits, 16'500}, {ClaimItem::displaced_emissions, 9'000}});

    EXPECT_DOUBLE_EQ(claimed_break_even(alone, reported, range)->share, 0.5);
    EXPECT_DOUBLE_EQ(claimed_break_even(with_belt, reported, range)->share, 0.5);
}

TEST(ClaimedBreakEven, PrefersReductionsToCreditsAndStatedEmissionsToTheLowestFactor) {
    const Claim reductions = claim_with({{ClaimItem::credits, 10'000}, {ClaimItem::reductions, 16'500}});
    const Claim emissions = claim_with({{ClaimItem::reductions, 16'500}, {ClaimItem::project_emissions, 25'300}});

    EXPECT_DOUBLE_EQ(claimed_break_even(reductions, reported, range)->share, 0.5);
    // RL = 41,800; at 60 % evergreen 100 ha emit 60 x 550 + 40 x 220 = 41,800.
    EXPECT_DOUBLE_EQ(claimed_break_even(emissions, reported, range)->share, 0.6);
}

TEST(ClaimedBreakEven, TakesWhatTheReportedLossEmitsWhereTheClaimDoesNotSay) {
    // 100 ha reported that emit 49,500: the level is 16,500 + 49,500, and (66,000 - 100 x 220) / (100 x 330) = 4/3.
    const ClaimedLoss by_type{Hectares::of(100), TonnesCO2e::of(49'500)};
    EXPECT_DOUBLE_EQ(claimed_break_even(claim_with({{ClaimItem::credits, 16'500}}), by_type, range)->share, 4.0 / 3);
}

TEST(ClaimedLossOf, AddsTheForestTypesAtTheirFactors) {
    LossMix mix{MixSource::reported, std::nullopt, {}, {}};
    mix.strata = {{"evergreen", Hectares::of(10), 0.5}, {"deciduous", Hectares::of(10), 0.5}};
    const ClaimedLoss loss = claimed_loss(tests::small_factors(), mix);
    EXPECT_EQ(loss.area.value(), 20);
    EXPECT_DOUBLE_EQ(loss.emission->value(), 10 * 550.0 + 10 * 220.0);

    mix.strata.push_back({"bamboo", Hectares::of(1), 0.0});
    EXPECT_EQ(claimed_loss(tests::small_factors(), mix).emission, std::nullopt);
}

TEST(ClaimedBreakEven, PrefersTheReportedToTheStatedLostArea) {
    Claim claim = claim_with({{ClaimItem::credits, 16'500}});
    claim.lost_area = Hectares::of(50);

    EXPECT_DOUBLE_EQ(claimed_break_even(claim, reported, range)->share, 0.5);
    EXPECT_DOUBLE_EQ(claimed_break_even(claim, std::nullopt, range)->share, 1.0);
}

TEST(ClaimedBreakEven, IsNotThereWithoutALostAreaOrAnAmount) {
    EXPECT_FALSE(claimed_break_even(claim_with({{ClaimItem::credits, 16'500}}), std::nullopt, range));
    EXPECT_FALSE(claimed_break_even(claim_with({{ClaimItem::project_emissions, 9'000}}), reported, range));
}

}  // namespace
}  // namespace reddline::accounting
