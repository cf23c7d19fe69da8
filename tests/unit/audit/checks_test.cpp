#include "audit/checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

/// The sections of the audit file that speak of more than pixels, each with something to doubt.
void add_doubtful_tables(AuditCase& audit) {
    audit.label = "synthetic";
    audit.factor_sets[0].stocks["bamboo"].add({"total", TonnesCPerHa::of(30.0), {}, "demonstration value"});
    audit.transitions = TransitionTable{"transitions.csv",
                                        {{"evergreen", StratumKind::forest}},
                                        {{2014, 2016, {{"evergreen", "evergreen", Hectares::of(1.0)}}}}};
    NationalLevel national;
    national.source = "demonstration";
    const HistoryRule history{"park", ReferencePeriod{LossYear{2006}, LossYear{2014}}, HistoryScale::none};
    audit.references = {{"transitions", NationalTransitions{}},
                        {"rate-of-forest", LossRate{0.01, RateBase::forest, "demonstration"}},
                        {"national-by-forest-area", national},
                        {"history-of-park", history}};
    audit.deductions = {{"buffer", 0.1, "demonstration"}};
    audit.limits = {{Choice::route, {{"loss", {}}}}};
    audit.claim = clean_claim();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(1e6);
    audit.claim->strata_map = "types-2017";
    audit.claim->area = Hectares::of(500.0);
    audit.claim->source = "demonstration";
}

/// A case with every trouble that a check knows: two maps, monitoring in 2015, of which January is left out.
AuditCase troubled_case() {
    AuditCase audit = clean_case();
    add_doubtful_tables(audit);
    add_second_map(audit);
    audit.maps[1].role = StrataRole::monitoring;
    audit.maps[1].legend.add("3", {"deciduous", StratumKind::forest});
    audit.monitoring = MonitoringPeriod{std::chrono::year{2015} / 2 / 1, std::chrono::year{2015} / 12 / 31};
    audit.zones[project].outside_pixels = 1;
    OutcomeTally outcomes = outcomes_of(Outcome::beyond_last_year, one_ha);
    outcomes[static_cast<std::size_t>(Outcome::cover_out_of_range)] = one_ha;
    outcomes[static_cast<std::size_t>(Outcome::no_data_mask)] = one_ha;
    audit.crosstabs = {{0.0, Crosstab(2, {{0, 2}}, {{{project, 0, 80, 0}, ha(1)}}, {outcomes, {}}, outcomes)}};
    return audit;
}

/// A statement with credits, no belt, a ledger out of balance and forest that the nation hardly has.
Statement troubled_statement() {
    Statement statement = clean_statement();
    statement.totals = totals_of(1);
    statement.totals.displaced.reset();
    statement.left_out = {"bamboo > evergreen"};
    statement.strata = {{"deciduous", Hectares::of(50.0), {}, {}, TonnesCO2e::of(1.0), {}}};
    statement.ledger.post({Account::credits, std::nullopt, -1, "one kg"});
    return statement;
}

/// Expected and mapped in evergreen forest, reported in deciduous forest.
StratumQuestion troubled_question() {
    StratumQuestion question = claimed_result().stratum_questions[0];
    question.mixes[reported_mix].strata = {{"deciduous", Hectares::of(40.0), 1.0}};
    set_distance(question, reported_mix, mapped_2015_mix, 0.75);
    question.break_even = BreakEven{"evergreen", "deciduous", Hectares::of(40.0), 0.5};
    question.claimed_break_even = BreakEven{"evergreen", "deciduous", Hectares::of(40.0), 1.5};
    return question;
}

AuditResult troubled_result() {
    AuditResult results = clean_result();
    ZoneLoss& loss = results.losses[project];
    loss.loss_outside_forest = one_ha;
    for (StratumLoss& stratum : loss.strata)
        stratum.loss_by_code[15] = one_ha;
    set_statement(results, troubled_statement());
    results.readings[0].caveats = {Caveat::regrowth_unseen, Caveat::degradation_unseen};
    results.readings[1].answer = totals_of(1);
    results.readings[2].reading.annualise = Annualise::matrix_root;
    results.readings[2].reading.route = Route::loss;
    results.readings[2].answer = Refusal{"no root"};
    results.transitions = {{project, 0, 1, 0, 3, one_ha}};
    results.stratum_questions = {troubled_question()};
    return results;
}

std::vector<std::string> codes_of(const Findings& findings) {
    std::vector<std::string> codes;
    for (const Finding& finding : findings) {
        if (codes.empty() || codes.back() != finding.code) codes.push_back(finding.code);
    }
    return codes;
}

TEST(RunChecks, HasNothingToSayAboutACleanCaseWithOrWithoutAClaim) {
    EXPECT_THAT(run_checks(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(run_checks(claimed_case(), claimed_result()), IsEmpty());
}

TEST(RunChecks, HasNothingToSayAboutACleanCaseOfTablesAlone) {
    AuditCase audit = tables_only_case();
    EXPECT_THAT(run_checks(audit, tables_only_result()), IsEmpty());
    audit.claim = clean_claim();
    audit.claim->strata_map.clear();
    AuditResult results = claimed_result();
    results.default_reading.strata_map.reset();
    results.losses.clear();
    results.stratum_questions[0].mixes.pop_back();
    EXPECT_THAT(run_checks(audit, results), IsEmpty());
}

TEST(RunChecks, RunsEveryCheckWithContradictionsFirst) {
    const std::vector<std::string> expected{"pixel_conservation",
                                            "ledger_balance",
                                            "claim_items_disagree",
                                            "claim_outside_readings",
                                            "zone_partly_outside",
                                            "codes_beyond_last_year",
                                            "cover_out_of_range",
                                            "data_gap",
                                            "credits_while_loss_rises",
                                            "credits_under_some_readings",
                                            "inconsistent_default_reading",
                                            "project_area_differs",
                                            "claim_on_other_strata_map",
                                            "claimed_strata_differ",
                                            "loss_in_stratum_reported_as_none",
                                            "strata_asymmetry",
                                            "break_even",
                                            "no_break_even",
                                            "stratum_unknown",
                                            "loss_in_non_forest_stratum",
                                            "loss_outside_forest",
                                            "part_year",
                                            "map_newer_than_loss",
                                            "reference_period_break",
                                            "reference_before_2015",
                                            "national_interval_in_monitoring",
                                            "national_shares_differ",
                                            "base_of_rate",
                                            "matrix_root_refused",
                                            "labelled_input",
                                            "demonstration_factor",
                                            "demonstration_rate",
                                            "demonstration_reference",
                                            "demonstration_deduction",
                                            "demonstration_claim",
                                            "displacement_not_counted",
                                            "carbon_raising_arc",
                                            "post_stock_unseen_by_loss",
                                            "option_2_unseen_by_loss",
                                            "later_map_gap",
                                            "forest_relabelled",
                                            "reading_limits_set"};
    EXPECT_THAT(codes_of(run_checks(troubled_case(), troubled_result())), ElementsAreArray(expected));
}

TEST(RunChecks, RunsTheCheckThatNeedsLessLossInTheProjectToo) {
    AuditResult results = clean_result();
    results.losses[project].strata[0].loss_by_code[17] = one_ha;
    results.losses[belt].strata[0].loss_by_code[20] = one_ha;
    EXPECT_THAT(codes_of(run_checks(clean_case(), results)), ElementsAre("belt_loss_rises"));
}

TEST(RunChecks, RunsTheCheckThatNeedsABeltBelowItsReference) {
    AuditResult results = clean_result();
    Statement below = clean_statement();
    below.years[0].displaced_unclamped = TonnesCO2e::of(-1.0);
    set_statement(results, below);
    EXPECT_THAT(codes_of(run_checks(clean_case(), results)), ElementsAre("belt_below_reference"));
}

TEST(RunChecks, SurvivesEveryTroubleWithoutPixels) {
    AuditCase audit = tables_only_case();
    add_doubtful_tables(audit);
    AuditResult results = troubled_result();
    results.default_reading.strata_map.reset();
    results.losses.clear();
    results.transitions.clear();
    results.stratum_questions[0].mixes.pop_back();
    EXPECT_FALSE(run_checks(audit, results).empty());
}

TEST(RunChecks, SpeaksOfLossWhereAnAuditHasNoReadings) {
    AuditResult results = clean_result();
    results.readings.clear();
    results.statements.clear();
    results.losses[project].loss_outside_forest = one_ha;
    const Findings findings = run_checks(clean_case(), results);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "loss_outside_forest");
}

}  // namespace
}  // namespace reddline::audit
