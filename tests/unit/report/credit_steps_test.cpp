#include "report/credit_steps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_sheet.hpp"

namespace reddline::report {
namespace {

/// What the tool says of the park: 2 x 880 tCO2e expected, 440 + 660 emitted.
Statement park_statement(double displaced, double deducted, std::int64_t credits) {
    Statement statement;
    statement.totals = {.reference = TonnesCO2e::of(1'760.0),
                        .project = TonnesCO2e::of(1'100.0),
                        .displaced = TonnesCO2e::of(displaced),
                        .unseen_belts = 0,
                        .reduction = TonnesCO2e::of(660.0 - displaced),
                        .deducted = TonnesCO2e::of(deducted),
                        .credits = {credits}};
    return statement;
}

/// A belt that lost 10 ha in 2019 and nothing in 2020, where 8 ha were expected each year.
void add_belt(WorkedSheet& worked) {
    worked.audit.zones.push_back({{"ring", ZoneRole::displacement_belt, "ring", ""}, 1, 0, {}, 0});
    ZoneLoss loss = sheet_loss();
    loss.strata[0].loss_by_code[19] = hectare_pixels(10);
    loss.strata[0].loss_by_code[20] = {};
    worked.results.losses.push_back(loss);
}

TEST(AddCredits, GoFromExpectedAndEmittedToWholeTonnes) {
    WorkedSheet worked;
    Statement statement = park_statement(0.0, 0.0, 660);
    statement.totals.displaced.reset();
    add_credits(statement, worked.calculation);
    EXPECT_DOUBLE_EQ(value_named(worked, "Expected, monitoring period"), 1'760.0);
    EXPECT_DOUBLE_EQ(value_named(worked, "Emitted, monitoring period"), 1'100.0);
    EXPECT_DOUBLE_EQ(value_named(worked, "Net emission reductions"), 660.0);
    EXPECT_EQ(value_named(worked, "Credits, whole tonnes"), 660.0);
    EXPECT_EQ(formula_named(worked, "Expected in 2019, inside the period"),
              "[Share of 2019 inside the monitoring period]*[Emissions expected per year]");
    EXPECT_EQ(formula_named(worked, "Net emission reductions"),
              "[Expected, monitoring period]-[Emitted, monitoring period]");
    EXPECT_EQ(formula_named(worked, "Creditable: the balance, or 0 below it"), "MAX(0,[Balance before deductions])");
    EXPECT_EQ(formula_named(worked, "Credits, whole tonnes"), "INT([Creditable: the balance, or 0 below it]/1000)");
}

TEST(AddCredits, SayThatCreditsWithoutABeltAreAnUpperBound) {
    WorkedSheet worked;
    add_credits(park_statement(0.0, 0.0, 660), worked.calculation);
    EXPECT_EQ(std::get<std::string>(row_named(worked.calculation.sheet, "Displaced emissions").value),
              "not known, no belt is counted: the credits are an upper bound");
}

TEST(AddCredits, CountWhatABeltEmittedBeyondItsOwnReferenceAndNeverLess) {
    WorkedSheet worked;
    add_belt(worked);
    add_credits(park_statement(220.0, 0.0, 440), worked.calculation);
    // 2019: (10 - 8) ha x 110 tCO2e/ha; 2020: 880 tCO2e less than expected, which earn nothing.
    EXPECT_DOUBLE_EQ(value_named(worked, "Displaced in 2019"), 220.0);
    EXPECT_EQ(value_named(worked, "Displaced in 2020"), 0.0);
    EXPECT_EQ(formula_named(worked, "Displaced in 2019"), "MAX(0,[Observed less expected in 2019, inside the period])");
    EXPECT_EQ(value_named(worked, "Credits, whole tonnes"), 440.0);
}

TEST(AddCredits, TakeEachDeductionFromWhatTheOneBeforeLeft) {
    WorkedSheet worked;
    worked.audit.deductions = {{"buffer", 0.1, "a rule"}, {"reversal", 0.5, "a rule"}};
    add_credits(park_statement(0.0, 363.0, 297), worked.calculation);
    // 660 t less 66 t, and of the 594 t left half.
    EXPECT_EQ(value_named(worked, "left after deduction buffer"), 594'000.0);
    EXPECT_EQ(formula_named(worked, "Deduction reversal"), "[Deduction reversal]*[left after deduction buffer]");
    EXPECT_EQ(value_named(worked, "Credits, whole tonnes"), 297.0);
    EXPECT_DOUBLE_EQ(value_named(worked, "Deducted by the formulas"), 363.0);
}

TEST(AddCredits, CreditNothingWhereMoreWasEmittedThanExpected) {
    WorkedSheet worked;
    worked.results.losses[0].strata[0].loss_by_code[20] = hectare_pixels(40);
    add_credits(park_statement(0.0, 0.0, 0), worked.calculation);
    EXPECT_LT(value_named(worked, "Net emission reductions"), 0.0);
    EXPECT_EQ(value_named(worked, "Credits, whole tonnes"), 0.0);
}

TEST(AddCredits, SetTheToolsOwnNumbersBesideTheFormulas) {
    WorkedSheet worked;
    add_credits(park_statement(0.0, 0.0, 659), worked.calculation);
    EXPECT_EQ(std::get<double>(row_named(worked.calculation.sheet, "Credits by the tool").value), 659.0);
    EXPECT_EQ(formula_named(worked, "Credits by the formulas"), "[Credits, whole tonnes]");
    const SheetRow& difference = worked.calculation.sheet.rows().back();
    EXPECT_EQ(difference.name, "difference, formulas less tool");
    EXPECT_EQ(std::get<Term>(difference.value).value, 1.0);
}

TEST(AddCredits, LeaveABeltOutOfWhichTheClaimSaysNothing) {
    WorkedSheet worked;
    add_belt(worked);
    Claim claim{};
    claim.zone = "park";
    claim.losses = {{"park", "evergreen", {}, LossYear{2019}, Hectares::of(1.0)}};
    worked.audit.claim = claim;
    worked.results.default_reading.route = Route::reported;
    add_credits(park_statement(0.0, 0.0, 1'650), worked.calculation);
    EXPECT_EQ(std::get<std::string>(row_named(worked.calculation.sheet, "Belt 'ring'").value),
              "nothing is known of its loss on this route: what was displaced into it is not counted");
    EXPECT_EQ(value_named(worked, "Credits, whole tonnes"), 1'650.0);
}

}  // namespace
}  // namespace reddline::report
