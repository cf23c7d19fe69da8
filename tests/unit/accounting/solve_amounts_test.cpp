#include "accounting/solve_amounts.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "accounting/statement.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::HasSubstr;
using tests::Land;
using tests::small_case;

// 1,000 ha of evergreen (550 tCO2e/ha) and 500 ha of deciduous forest (220), 10 % expected to be lost in each of two years:
// 132,000 tCO2e. Lost: 60 and 10 ha, 35,200 tCO2e. So the reduction is 96,800 tCO2e.
std::vector<Land> two_forests() {
    return {{"project", "evergreen", "", 80, 0, 940},
            {"project", "evergreen", "", 80, 2019, 40},
            {"project", "evergreen", "", 80, 2020, 20},
            {"project", "deciduous", "", 80, 0, 490},
            {"project", "deciduous", "", 80, 2019, 10}};
}

AuditCase judged(const std::vector<Land>& land) {
    AuditCase audit = small_case(land);
    tests::judge_by_rate(audit, 0.1);
    return audit;
}

Statement statement_of(const AuditCase& audit) {
    const Reading reading = default_reading(audit);
    return statement(tests::workings_of(audit, reading), 0, reading).value();
}

SolvedInput solved(const AuditCase& audit, const SolveGoal& goal, const std::string& name) {
    for (const SolvedInput& input : solve_amounts(audit, statement_of(audit), goal)) {
        if (input.input.starts_with(name)) return input;
    }
    ADD_FAILURE() << "no input begins with " << name;
    return {};
}

const SolveGoal no_credits{SolveTarget::break_even, {}};

TEST(SolveAmounts, ScalesLossAtItsMixToWhatWasExpected) {
    const SolvedInput input = solved(judged(two_forests()), no_credits, "lost area, mix");
    EXPECT_DOUBLE_EQ(*input.present, 70);
    EXPECT_DOUBLE_EQ(*input.needed, 262.5);  // 70 x 132,000 / 35,200
    EXPECT_EQ(input.unit, "ha");
    EXPECT_EQ(input.remark, "");
    EXPECT_EQ(input.target, SolveTarget::break_even);
}

TEST(SolveAmounts, ReachesAClaimAsWell) {
    // 132,000 - 75,000 may be emitted.
    const SolveGoal claim{SolveTarget::claim, TonnesCO2e::of(75'000)};
    EXPECT_DOUBLE_EQ(*solved(judged(two_forests()), claim, "lost area, mix").needed, 70 * 57'000.0 / 35'200.0);
    EXPECT_DOUBLE_EQ(*solved(judged(two_forests()), claim, "reference level").needed, 110'200);
    EXPECT_EQ(solved(judged(two_forests()), claim, "reference level").target, SolveTarget::claim);
}

TEST(SolveAmounts, HoldsWhatIsDisplaced) {
    // The belt is expected to emit 55,000 in each year and emits 66,000 in 2019: 11,000 are displaced, in 2020 none.
    std::vector<Land> land = two_forests();
    land.push_back({"belt", "evergreen", "", 80, 0, 880});
    land.push_back({"belt", "evergreen", "", 80, 2019, 120});
    EXPECT_DOUBLE_EQ(*solved(judged(land), no_credits, "reference level").needed, 35'200 + 11'000);
    EXPECT_DOUBLE_EQ(*solved(judged(land), no_credits, "lost area, mix").needed, 70 * 121'000.0 / 35'200.0);
}

TEST(SolveAmounts, GivesTheBreakEvenShareOfTheHighestFactor) {
    // Eq. 26: (132,000 - 300 x 220) / (300 x 330) = 2/3 of 300 ha, where a third is evergreen.
    const AuditCase audit = judged({{"project", "evergreen", "", 80, 0, 900},
                                    {"project", "evergreen", "", 80, 2019, 100},
                                    {"project", "deciduous", "", 80, 0, 300},
                                    {"project", "deciduous", "", 80, 2019, 200}});
    const SolvedInput input = solved(audit, no_credits, "share");
    EXPECT_EQ(input.input, "share of evergreen in the loss, the rest deciduous");
    EXPECT_DOUBLE_EQ(*input.needed, 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(*input.present, 1.0 / 3.0);
    EXPECT_EQ(input.remark, "");
}

TEST(SolveAmounts, SaysThatAShareOutsideZeroToOneIsImpossible) {
    // (132,000 - 70 x 220) / (70 x 330) = 5.05: all of 70 ha emits less than expected, whatever it was.
    const SolvedInput input = solved(judged(two_forests()), no_credits, "share");
    EXPECT_DOUBLE_EQ(*input.needed, 116'600.0 / 23'100.0);
    EXPECT_THAT(input.remark, HasSubstr("impossible"));
    EXPECT_EQ(remark_on_share(1.0), "");
    EXPECT_THAT(remark_on_share(-0.01), HasSubstr("impossible"));
}

TEST(SolveAmounts, ForestsThatEmitAlikeHaveNoShareThatDecides) {
    const AuditCase audit =
        judged({{"project", "evergreen", "", 80, 0, 900}, {"project", "evergreen", "", 80, 2019, 1}});
    const SolvedInput input = solved(audit, no_credits, "share");
    EXPECT_EQ(input.needed, std::nullopt);
    EXPECT_THAT(input.remark, HasSubstr("emit alike"));
}

TEST(SolveAmounts, SolvesTheLossOfEachForestTypeWithTheOthersHeld) {
    const SolvedInput evergreen = solved(judged(two_forests()), no_credits, "lost area of evergreen");
    EXPECT_DOUBLE_EQ(*evergreen.present, 60);
    EXPECT_DOUBLE_EQ(*evergreen.needed, 236);  // 60 + 96,800 / 550
    EXPECT_DOUBLE_EQ(*solved(judged(two_forests()), no_credits, "lost area of deciduous").needed, 450);
}

TEST(SolveAmounts, TheSolvedLossBringsTheReductionToZero) {
    const AuditCase audit = judged({{"project", "evergreen", "", 80, 0, 764},
                                    {"project", "evergreen", "", 80, 2019, 236},
                                    {"project", "deciduous", "", 80, 0, 490},
                                    {"project", "deciduous", "", 80, 2019, 10}});
    EXPECT_DOUBLE_EQ(statement_of(audit).totals.reduction.value(), 0);
}

TEST(SolveAmounts, ALossBeyondTheForestOrBelowZeroIsImpossible) {
    const SolveGoal more_than_expected{SolveTarget::claim, TonnesCO2e::of(140'000)};
    EXPECT_THAT(solved(judged(two_forests()), more_than_expected, "lost area, mix").remark, HasSubstr("below 0"));
    // 100 ha of deciduous forest cannot make up for 96,800 tCO2e.
    std::vector<Land> land = two_forests();
    land[3].area_ha = 90;
    EXPECT_THAT(solved(judged(land), no_credits, "lost area of deciduous").remark,
                HasSubstr("more than the 100.0 ha of forest at the start"));
}

TEST(SolveAmounts, WithoutLossThereIsNoMixAndAStratumStillHasItsFactor) {
    const AuditCase audit = judged({{"project", "evergreen", "", 80, 0, 1'000}});
    EXPECT_EQ(solved(audit, no_credits, "lost area, mix").needed, std::nullopt);
    EXPECT_THAT(solved(audit, no_credits, "lost area, mix").remark, HasSubstr("no mix to hold"));
    EXPECT_DOUBLE_EQ(*solved(audit, no_credits, "lost area of evergreen").needed, 200);  // 110,000 / 550
}

TEST(SolveAmounts, ScalesTheForestAndItsReferenceLevelTogether) {
    const SolvedInput input = solved(judged(two_forests()), no_credits, "forest area");
    EXPECT_DOUBLE_EQ(*input.present, 1'500);
    EXPECT_DOUBLE_EQ(*input.needed, 400);  // 1,500 x 35,200 / 132,000
    const SolveGoal much{SolveTarget::claim, TonnesCO2e::of(200'000)};
    EXPECT_THAT(solved(judged(two_forests()), much, "forest area").remark, HasSubstr("the whole zone has 1,500.0 ha"));
}

TEST(SolveAmounts, KnowsWhichReferenceLevelsDoNotGrowWithTheForest) {
    AuditCase by_territory = small_case(two_forests());
    tests::judge_by_rate(by_territory, 0.1, RateBase::territory);
    EXPECT_EQ(solved(by_territory, no_credits, "forest area").needed, std::nullopt);
    EXPECT_THAT(solved(by_territory, no_credits, "forest area").remark, HasSubstr("does not grow"));

    std::vector<Land> land = two_forests();
    land.push_back({"project", "evergreen", "", 80, 2010, 30});
    land.push_back({"reference", "evergreen", "", 80, 2010, 30});
    land.push_back({"reference", "evergreen", "", 80, 0, 970});
    AuditCase by_own_history = small_case(land);
    tests::judge_by_history(by_own_history, {"", {LossYear{2010}, LossYear{2012}}, HistoryScale::forest_area});
    EXPECT_EQ(solved(by_own_history, no_credits, "forest area").needed, std::nullopt);

    AuditCase by_other_history = small_case(land);
    tests::judge_by_history(by_other_history,
                            {"reference", {LossYear{2010}, LossYear{2012}}, HistoryScale::forest_area});
    EXPECT_TRUE(solved(by_other_history, no_credits, "forest area").needed);
    std::get<HistoryRule>(by_other_history.references[0].rule).scale = HistoryScale::none;
    EXPECT_EQ(solved(by_other_history, no_credits, "forest area").needed, std::nullopt);
}

TEST(SolveAmounts, ANationalLevelGrowsWithTheForestByItsKey) {
    AuditCase audit = small_case(two_forests());
    NationalLevel national;
    national.per_year = TonnesCO2e::of(660'000);
    national.total = 15'000;  // of which the zone's 1,500 ha are a tenth: 66,000 a year
    audit.references.push_back({"national", national});
    EXPECT_DOUBLE_EQ(*solved(audit, no_credits, "forest area").needed, 400);
    std::get<NationalLevel>(audit.references[0].rule).jurisdiction = "project";
    EXPECT_EQ(solved(audit, no_credits, "forest area").needed, std::nullopt);
}

TEST(SolveAmounts, WhereTheDestinationDecidesAShareOfForestTypesAloneDoesNot) {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 900},
                                  {"project", "evergreen", "crops", 80, 2019, 60},
                                  {"project", "deciduous", "deciduous", 80, 0, 500}});
    tests::judge_by_rate(audit, 0.1);
    audit.factor_sets[0].stocks["crops"] = tests::stock(5);
    Reading reading = default_reading(audit);
    reading.route = Route::maps;
    reading.post = PostStock::post_stock;
    const Statement maps = statement(tests::workings_of(audit, reading), 0, reading).value();
    const auto inputs = solve_amounts(audit, maps, no_credits);
    EXPECT_EQ(inputs[1].needed, std::nullopt);
    EXPECT_THAT(inputs[1].remark, HasSubstr("what stands afterwards"));
    EXPECT_EQ(inputs[3].input, "lost area of deciduous");
    EXPECT_THAT(inputs[3].remark, HasSubstr("none of it was lost"));
}

}  // namespace
}  // namespace reddline::accounting
