#include "audit/checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A case with every trouble that a check knows.
AuditCase troubled_case() {
    AuditCase audit = clean_case();
    audit.label = "synthetic";
    audit.factors->stocks["bamboo"].add({"total", TonnesCPerHa::of(30.0), {}, "demonstration value"});
    audit.history = HistoryRule{"park", ReferencePeriod{LossYear{2006}, LossYear{2014}}, HistoryScale::none};
    audit.transitions = TransitionTable{"transitions.csv", {}, {{2014, 2016, {}}}};
    audit.monitoring = MonitoringPeriod{std::chrono::year{2015} / 2 / 1, std::chrono::year{2015} / 12 / 31};
    audit.zones[project].outside_pixels = 1;
    OutcomeTally outcomes = outcomes_of(Outcome::beyond_last_year, one_ha);
    outcomes[static_cast<std::size_t>(Outcome::cover_out_of_range)] = one_ha;
    outcomes[static_cast<std::size_t>(Outcome::no_data_mask)] = one_ha;
    set_outcomes(audit, outcomes);
    return audit;
}

AuditResult troubled_result() {
    AuditResult results = clean_result();
    ZoneLoss& loss = results.losses[project];
    loss.loss_outside_forest = one_ha;
    for (StratumLoss& stratum : loss.strata)
        stratum.loss_by_code[15] = one_ha;
    Statement statement = clean_statement();
    statement.credits = {1};
    statement.left_out = {"bamboo > evergreen"};
    statement.displaced.reset();
    statement.ledger.post({Account::credits, std::nullopt, -1, "one kg"});
    set_answer(results, Route::loss, Arcs::option_1, statement);
    statement.reference = TonnesCO2e::of(5.0);
    set_answer(results, Route::loss, Arcs::option_2, statement);
    results.readings[0].reading.post = PostStock::post_stock;
    results.transitions = {{project, 0, 0, 0, 2, one_ha}};
    ReadingResult of_belt = reading_of(Route::loss, Arcs::option_1, clean_statement());
    of_belt.zone = belt;
    Statement below = clean_statement();
    below.years[0].displaced_unclamped = TonnesCO2e::of(-1.0);
    of_belt.answer = below;
    results.readings.push_back(of_belt);
    return results;
}

TEST(RunChecks, HasNothingToSayAboutACleanCase) {
    EXPECT_THAT(run_checks(clean_case(), clean_result()), IsEmpty());
}

TEST(RunChecks, RunsEveryCheckWithContradictionsFirst) {
    std::vector<std::string> codes;
    for (const Finding& finding : run_checks(troubled_case(), troubled_result())) {
        if (codes.empty() || codes.back() != finding.code) codes.push_back(finding.code);
    }
    EXPECT_THAT(
        codes,
        ElementsAre("pixel_conservation", "ledger_balance", "zone_partly_outside", "codes_beyond_last_year",
                    "cover_out_of_range", "data_gap", "credits_while_loss_rises", "stratum_unknown",
                    "loss_in_non_forest_stratum", "loss_outside_forest", "part_year", "map_newer_than_loss",
                    "reference_period_break", "reference_before_2015", "national_interval_in_monitoring",
                    "labelled_input", "demonstration_factor", "displacement_not_counted", "belt_below_reference",
                    "carbon_raising_arc", "post_stock_unseen_by_loss", "option_2_unseen_by_loss", "later_map_gap"));
}

TEST(RunChecks, SpeaksOfLossWhereAnAuditHasNoReadings) {
    AuditResult results = clean_result();
    results.readings.clear();
    results.losses[project].loss_outside_forest = one_ha;
    const Findings findings = run_checks(clean_case(), results);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "loss_outside_forest");
}

}  // namespace
}  // namespace reddline::audit
