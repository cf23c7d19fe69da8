#include "report/solve_text.hpp"

#include <gmock/gmock.h>

#include "report/wrapped_text.hpp"
#include "unit/report/small_audit.hpp"
#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

SolvedInput input(SolveTarget target, const std::string& name, const std::string& unit, std::optional<double> present,
                  std::optional<double> needed, const std::string& remark) {
    return {0, small_reading(), target, name, unit, present, needed, remark};
}

/// 1,000 credits where 1,500 are claimed.
AuditCase claimed_audit() {
    AuditCase audit = small_audit();
    Claim claim{};
    claim.zone = "park";
    claim.items[ClaimItem::credits] = TonnesCO2e::of(1'500);
    claim.lost_area = Hectares::of(4'000);
    audit.claim = claim;
    return audit;
}

Solution small_solution() {
    Statement statement;
    statement.reading = small_reading();
    statement.totals.credits = {1'000};
    Solution solution;
    solution.statements.push_back({0, statement});
    solution.by_reading = {
        input(SolveTarget::break_even, "lost area", "ha", 10.0, 20.25, ""),
        input(SolveTarget::break_even, "share of evergreen", "share", 0.5, 1.25, "impossible: too much"),
        input(SolveTarget::break_even, "reference level", "tCO2e", 9'000.0, 8'000.0, ""),
        input(SolveTarget::claim, "lost area", "ha", 10.0, -5.0, "impossible: below 0"),
        input(SolveTarget::claim, "share of evergreen", "share", 0.5, std::nullopt, "impossible: too much"),
        input(SolveTarget::claim, "reference level", "tCO2e", 9'000.0, 9'500.4, "")};
    return solution;
}

TEST(SolveText, SetsWhatIsBesideWhatWouldBeNeeded) {
    const std::string text = solve_text(claimed_audit(), small_reading(), small_solution());
    EXPECT_THAT(text, HasSubstr("Small\n[a test]\nDefault reading: route loss; strata map"));
    EXPECT_THAT(text,
                HasSubstr("'park': 1,000 credits follow, an upper bound, since no displaced emissions are counted; "
                          "1,500 are claimed.\n"));
    EXPECT_THAT(text, HasSubstr("  input                  as it is  reduction 0    the claim\n"
                                "  lost area               10.0 ha      20.2 ha  -5.0 ha (!)\n"
                                "  share of evergreen       50.0 %  125.0 % (!)        - (!)\n"
                                "  reference level     9,000 tCO2e  8,000 tCO2e  9,500 tCO2e\n"));
}

TEST(SolveText, ListsEachRemarkOnceWithItsInputs) {
    const std::string text = solve_text(claimed_audit(), small_reading(), small_solution());
    EXPECT_THAT(text,
                HasSubstr("  (!) impossible: too much: share of evergreen\n  (!) impossible: below 0: lost area\n"));
}

TEST(SolveText, IsNoWiderThanTheScreen) {
    Solution solution = small_solution();
    for (SolvedInput& solved : solution.by_reading)
        solved.remark = "impossible: " + std::string(60, 'x');
    AuditCase audit = claimed_audit();
    audit.label = std::string(70, 'l') + " " + std::string(70, 'm');
    const std::string text = solve_text(audit, small_reading(), solution);
    for (const std::string& line : lines_of(text))
        EXPECT_LE(text_width(line), screen_columns) << line;
    EXPECT_THAT(text, HasSubstr("x: lost area; share of evergreen; reference\n      level\n"));
}

TEST(SolveText, HasNoColumnForAClaimWhereThereIsNone) {
    Solution solution = small_solution();
    solution.by_reading.resize(3);
    const std::string text = solve_text(small_audit(), small_reading(), solution);
    EXPECT_THAT(text, Not(HasSubstr("the claim")));
    EXPECT_THAT(text, HasSubstr("reduction 0\n"));
}

TEST(SolveText, SaysWhyAZoneIsRefusedAndThatThereIsNoProject) {
    Solution solution;
    solution.statements.push_back({0, Refusal{"no reference level: give [reference_level]"}});
    EXPECT_THAT(solve_text(small_audit(), small_reading(), solution),
                HasSubstr("'park': refused: no reference level: give [reference_level].\n"));
    EXPECT_THAT(solve_text(small_audit(), small_reading(), {}), HasSubstr("no zone of role project"));
}

TEST(SolveText, ShowsWhatTheClaimImpliesByItselfAndItsRangeOverReadings) {
    Solution solution;
    SolvedInput share = input(SolveTarget::break_even, "share of evergreen in the loss", "share", {}, 0.38, "factors");
    share.reading.reset();
    solution.of_claim_alone = {share, input(SolveTarget::claim, "area of evergreen", "ha", {}, 2'500.0, ""),
                               input(SolveTarget::claim, "area of evergreen", "ha", {}, 900.0, ""),
                               input(SolveTarget::claim, "area of evergreen", "ha", {}, std::nullopt, "refused")};
    const std::string text = solve_text(claimed_audit(), small_reading(), solution);
    EXPECT_THAT(text, HasSubstr("The claim by itself, 1,500 credits at 4,000 ha lost:\n\n"
                                "Credits vanish at a share of evergreen in the loss, of 38.0 % (factors).\n"));
    EXPECT_THAT(text, HasSubstr("  area of evergreen                   2,500.0 ha  900.0 ha  2,500.0 ha    2 of 3\n"));
}

TEST(SolveCsv, HoldsEveryReadingWithItsChoices) {
    Solution solution = small_solution();
    solution.by_reading.resize(2);
    EXPECT_EQ(
        solve_csv(small_audit(), solution),
        "zone,route,strata,canopy_pct,canopy_rule,min_area_ha,factors,annualise,intervals,arcs,areas,post,reference,"
        "target,input,unit,present,needed,remark,label\n"
        "park,loss,map,30,greater,0,carbon.csv,,,,,,rate-of-forest,break-even,lost area,ha,10,20.25,,a test\n"
        "park,loss,map,30,greater,0,carbon.csv,,,,,,rate-of-forest,break-even,share of evergreen,share,0.5,1.25,"
        "impossible: too much,a test\n");
}

TEST(SolveCsv, GivesTheClaimAloneNoRouteAndNoMap) {
    Solution solution;
    solution.of_claim_alone = {input(SolveTarget::claim, "area of evergreen", "ha", {}, 2'500.0, "")};
    EXPECT_THAT(solve_csv(claimed_audit(), solution),
                HasSubstr("\npark,,,,,,carbon.csv,,,,,,rate-of-forest,claim,area of evergreen,ha,,2500,,a test\n"));
}

}  // namespace
}  // namespace reddline::report
