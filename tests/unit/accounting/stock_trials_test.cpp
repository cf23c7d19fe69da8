#include "accounting/stock_trials.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "accounting/statement.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::HasSubstr;
using tests::Land;
using tests::small_case;

const std::vector<SolveGoal> no_credits{{SolveTarget::break_even, {}}};

std::vector<SolvedInput> solved(const AuditCase& audit, const Reading& reading, std::span<const SolveGoal> goals) {
    StockTrials trials(audit, 0, std::vector{reading});
    return trials.solve(statement(trials.workings(), 0, reading).value(), goals);
}

SolvedInput stock_of(const AuditCase& audit, const Reading& reading, const std::string& stratum,
                     std::span<const SolveGoal> goals = no_credits) {
    for (const SolvedInput& input : solved(audit, reading, goals)) {
        if (input.input == "carbon stock of " + stratum) return input;
    }
    ADD_FAILURE() << "nothing was solved for " << stratum;
    return {};
}

AuditCase judged_by_rate(const std::vector<Land>& land) {
    AuditCase audit = small_case(land);
    tests::judge_by_rate(audit, 0.1);
    return audit;
}

// 100 ha of evergreen and 50 ha of deciduous forest are expected to be lost in each of two years.
std::vector<Land> lost(std::int64_t evergreen_ha, std::int64_t deciduous_ha) {
    return {{"project", "evergreen", "", 80, 0, 1'000 - evergreen_ha},
            {"project", "evergreen", "", 80, 2019, evergreen_ha},
            {"project", "deciduous", "", 80, 0, 500 - deciduous_ha},
            {"project", "deciduous", "", 80, 2019, deciduous_ha}};
}

TEST(StockTrials, SolveAStockThatEntersBothSides) {
    // (200 - 300) ha x EF + (100 - 10) ha x 220 = 0 at EF = 198 tCO2e/ha, that is 54 tC/ha.
    const AuditCase audit = judged_by_rate(lost(300, 10));
    const SolvedInput input = stock_of(audit, default_reading(audit), "evergreen");
    EXPECT_DOUBLE_EQ(*input.present, 150);
    EXPECT_NEAR(*input.needed, 54, 1e-9);  // one interpolation in doubles
    EXPECT_EQ(input.unit, "tC/ha");
    EXPECT_EQ(input.remark, "");
}

TEST(StockTrials, SayThatNoStockDoesIt) {
    // (200 - 100) ha x EF + 19,800 is above 0 whatever EF is; the search ends at ten times 150 tC/ha.
    const AuditCase audit = judged_by_rate(lost(100, 10));
    const SolvedInput input = stock_of(audit, default_reading(audit), "evergreen");
    EXPECT_EQ(input.needed, std::nullopt);
    EXPECT_EQ(input.remark, "no stock from 0 to 1,500 tC/ha brings it about");
}

TEST(StockTrials, SayThatAStockDecidesNothing) {
    // As much is lost as was expected.
    const AuditCase audit = judged_by_rate(lost(200, 10));
    const SolvedInput input = stock_of(audit, default_reading(audit), "evergreen");
    EXPECT_EQ(input.needed, std::nullopt);
    EXPECT_THAT(input.remark, HasSubstr("decides nothing"));
}

TEST(StockTrials, PreferAnAnswerToNoCarbonAtAll) {
    // Evergreen forest alone: expected and emitted amounts are both in proportion to its stock.
    const AuditCase audit =
        judged_by_rate({{"project", "evergreen", "", 80, 0, 900}, {"project", "evergreen", "", 80, 2019, 100}});
    EXPECT_EQ(stock_of(audit, default_reading(audit), "evergreen").needed, 0);
}

// Option 2: 4 % of the evergreen forest become crops and 6 % deciduous forest, 5 % of that crops. With x the evergreen
// factor, 1,000 and 500 ha and 150 ha of evergreen lost in the period, the reduction is
// 2 (40 x + 60 max(0, x - 220) + 25 x 220) - 150 x, which is 0 at x = 11,000/70 and at x = 15,400/50.
AuditCase bent_case() {
    AuditCase audit = small_case(lost(150, 0));
    tests::judge_by_transitions(audit, tests::one_national_year());
    return audit;
}

Reading by_option_2(const AuditCase& audit) {
    Reading reading = default_reading(audit);
    reading.arcs = Arcs::option_2;
    return reading;
}

TEST(StockTrials, FollowATransitionThatBeginsToCount) {
    const AuditCase audit = bent_case();
    const SolvedInput input = stock_of(audit, by_option_2(audit), "evergreen");
    EXPECT_NEAR(*input.needed, 308 * 12.0 / 44.0, 1e-9);  // 84 tC/ha is nearer to 150 than 42.857
    EXPECT_EQ(input.remark, "the nearest of 2 values");
}

TEST(StockTrials, TakeTheNearestToThePresentStock) {
    AuditCase audit = bent_case();
    audit.factor_sets[0].stocks["evergreen"] = tests::stock(50);
    EXPECT_NEAR(*stock_of(audit, by_option_2(audit), "evergreen").needed, 11'000.0 / 70.0 * 12.0 / 44.0, 1e-9);
}

TEST(StockTrials, BringTheStatementToTheGoal) {
    const std::vector<SolveGoal> goals{{SolveTarget::break_even, {}}, {SolveTarget::claim, TonnesCO2e::of(12'345.0)}};
    const AuditCase audit = bent_case();
    const Reading reading = by_option_2(audit);
    std::size_t met = 0;
    for (const SolvedInput& input : solved(audit, reading, goals)) {
        if (!input.needed) continue;
        AuditCase changed = audit;
        const std::string stratum = input.input.substr(std::string("carbon stock of ").size());
        changed.factor_sets[0].stocks[stratum] = tests::stock(*input.needed);
        const auto answer = statement(tests::workings_of(changed, reading), 0, reading);
        const double wanted = input.target == SolveTarget::claim ? 12'345.0 : 0.0;
        EXPECT_NEAR(answer.value().totals.reduction.value(), wanted, 1e-6) << input.input;  // 1 g of CO2
        ++met;
    }
    EXPECT_EQ(met, 4U);  // both forest types, for both goals
}

TEST(StockTrials, HoldWhatIsDisplaced) {
    // 300 ha of evergreen where 200 were expected, as before, and a belt that emits 11,000 tCO2e beyond its reference in
    // 2019 (120 ha x 550 less 100 ha x 550): -100 EF + 19,800 - 11,000 = 0 at EF = 88, that is 24 tC/ha.
    std::vector<Land> land = lost(300, 10);
    land.push_back({"belt", "evergreen", "", 80, 0, 880});
    land.push_back({"belt", "evergreen", "", 80, 2019, 120});
    const AuditCase audit = judged_by_rate(land);
    EXPECT_NEAR(*stock_of(audit, default_reading(audit), "evergreen").needed, 24, 1e-9);
}

TEST(StockTrials, SolveALevelThatBendsBecauseTheNationHoldsTheStockAsWell) {
    // The zone has 1,000 ha of evergreen forest, the nation as much and 1,000 ha of deciduous forest of 60 tC/ha. A share
    // of 100,000 tCO2e a year: 200,000 c / (c + 60) are expected, 100 ha x c x 44/12 emitted; equal at
    // c + 60 = 6,000/11.
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 900},
                                  {"project", "evergreen", "", 80, 2019, 100},
                                  {"nation", "evergreen", "", 80, 0, 1'000},
                                  {"nation", "deciduous", "", 80, 0, 1'000}});
    NationalLevel national;
    national.per_year = TonnesCO2e::of(100'000);
    national.key = ShareKey::carbon_stock;
    national.jurisdiction = "nation";
    audit.references.push_back({"national-by-carbon-stock", national});
    const SolvedInput input = stock_of(audit, default_reading(audit), "evergreen");
    EXPECT_NEAR(*input.needed, 6'000.0 / 11.0 - 60.0, 1e-9);
}

}  // namespace
}  // namespace reddline::accounting
