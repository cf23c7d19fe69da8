#include "unit/audit/clean_case.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace reddline {

void PrintTo(const Finding& finding, std::ostream* out) {
    *out << finding.code << ", " << to_string(finding.severity) << ", " << finding.subject << ", " << finding.message
         << ", " << finding.evidence;
}

}  // namespace reddline

namespace reddline::audit {

Tally ha(std::int64_t count) {
    return {count, count * cm2_per_ha};
}

MonitoringPeriod whole_years(int first, int last) {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    return {year{first} / month{1} / day{1}, year{last} / month{12} / day{31}};
}

OutcomeTally outcomes_of(Outcome outcome, const Tally& tally) {
    OutcomeTally outcomes{};
    outcomes[static_cast<std::size_t>(outcome)] = tally;
    return outcomes;
}

Crosstab clean_crosstab() {
    return {1,
            {{0}},
            {{{project, 0, 80, 0}, ha(100)}, {{belt, 0, 80, 0}, ha(40)}},
            {outcomes_of(Outcome::counted, ha(100)), outcomes_of(Outcome::counted, ha(40))},
            outcomes_of(Outcome::counted, ha(140))};
}

StrataMap map_of_2015() {
    Legend legend("legend.csv");
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"cropland", StratumKind::non_forest});
    return {"types-2015", 2015, StrataRole::baseline, legend};
}

CarbonTable published_factors() {
    CarbonTable factors{"carbon.csv", {}};
    // 60 tC/ha are 220 tCO2e/ha, 30 tC/ha are 110 tCO2e/ha.
    factors.stocks["evergreen"].add({"total", TonnesCPerHa::of(60.0), {}, "a national forest inventory"});
    factors.stocks["deciduous"].add({"total", TonnesCPerHa::of(30.0), {}, "a national forest inventory"});
    return factors;
}

AuditCase clean_case() {
    const ForestRule forest{.canopy_pct = 30.0};
    return {.title = "A case",
            .label = "",
            .release = "GFC-2020-v1.8",
            .codes = LossCodes{LossYear{2001}, LossYear{2020}},
            .forest = forest,
            .canopy_sweep = {},
            .maps = {map_of_2015()},
            .zones = {{{"park", ZoneRole::project, "park", ""}, 1, 0, ha(100), 0},
                      {{"belt", ZoneRole::displacement_belt, "belt", "park"}, 1, 0, ha(40), 0}},
            .crosstabs = {{0.0, clean_crosstab()}},
            .factor_sets = {published_factors()},
            .transitions = std::nullopt,
            .references = {{"transitions", NationalTransitions{}}},
            .monitoring = whole_years(2018, 2020),
            .deductions = {},
            .declared_areas = {},
            .claim = std::nullopt,
            .sample = std::nullopt,
            .limits = {}};
}

ZoneLoss no_loss(std::int64_t forest_ha) {
    const std::vector<Tally> none(21);
    return {.counted = ha(forest_ha),
            .loss_outside_forest = {},
            .outside_by_code = none,
            .strata = {{"evergreen", StratumKind::forest, ha(forest_ha), none},
                       {"cropland", StratumKind::non_forest, {}, none},
                       {"", std::nullopt, {}, none}}};
}

Statement clean_statement() {
    Statement statement;
    statement.zone = project;
    statement.reading.strata_map = 0;
    statement.strata = {{"evergreen", Hectares::of(60.0), Hectares{}, {}, TonnesCO2e{}, {}},
                        {"deciduous", Hectares::of(40.0), Hectares{}, {}, TonnesCO2e{}, {}}};
    statement.reading.post = PostStock::zero;
    statement.reading.reference = 0;
    for (int year = 2018; year <= 2020; ++year)
        statement.years.push_back({LossYear{year}, 1.0, {}, {}, TonnesCO2e{}, TonnesCO2e{}});
    statement.ledger.post({Account::reference_emissions, LossYear{2018}, 5'000, "expected"});
    statement.ledger.post({Account::project_emissions, LossYear{2018}, -5'000, "emitted"});
    statement.totals.displaced = TonnesCO2e{};
    return statement;
}

CreditTotals totals_of(std::int64_t credits_tCO2e) {
    CreditTotals totals;
    totals.displaced = TonnesCO2e{};
    totals.reduction = TonnesCO2e::of(static_cast<double>(credits_tCO2e));
    totals.credits = {credits_tCO2e};
    return totals;
}

ReadingResult reading_of(Route route, Arcs arcs, std::int64_t credits_tCO2e) {
    ReadingResult result{project, {}, {}, TonnesCO2e{}, totals_of(credits_tCO2e)};
    result.reading = clean_statement().reading;
    result.reading.route = route;
    result.reading.arcs = arcs;
    return result;
}

Spread spread_of(std::size_t readings, std::int64_t lowest_tCO2e, std::int64_t highest_tCO2e) {
    return {readings, lowest_tCO2e, 0.0, highest_tCO2e, std::nullopt, std::nullopt};
}

AuditResult clean_result(std::int64_t credits_tCO2e) {
    AuditResult results;
    results.default_reading = clean_statement().reading;
    results.losses = {no_loss(100), no_loss(40)};
    results.statements = {{project, clean_statement()}};
    for (const Route route : {Route::loss, Route::maps}) {
        for (const Arcs arcs : {Arcs::option_1, Arcs::option_2})
            results.readings.push_back(reading_of(route, arcs, credits_tCO2e));
    }
    const Spread spread = spread_of(4, credits_tCO2e, credits_tCO2e);
    results.summaries = {{.zone = project, .refused = 0, .all = spread, .consistent = spread, .effects = {}}};
    return results;
}

AuditResult refused_result() {
    AuditResult results = clean_result();
    results.statements[0].answer = Refusal{"no monitoring period"};
    for (ReadingResult& result : results.readings)
        result.answer = Refusal{"no monitoring period"};
    results.summaries = {{.zone = project, .refused = 4, .all = {}, .consistent = {}, .effects = {}}};
    return results;
}

void set_statement(AuditResult& results, const Statement& statement) {
    results.statements[0].answer = statement;
}

AuditCase tables_only_case() {
    AuditCase audit = clean_case();
    audit.release.clear();
    audit.maps.clear();
    audit.crosstabs.clear();
    for (ZoneExtent& extent : audit.zones)
        extent.inside = {};
    audit.declared_areas = {{project, "evergreen", Hectares::of(60.0)}, {project, "deciduous", Hectares::of(40.0)}};
    return audit;
}

AuditResult tables_only_result() {
    AuditResult results = clean_result();
    results.default_reading.strata_map.reset();
    results.losses.clear();
    return results;
}

void set_outcomes(AuditCase& audit, const OutcomeTally& outcomes) {
    audit.crosstabs = {{0.0, Crosstab(1, {}, {}, {outcomes, {}}, outcomes)}};
}

}  // namespace reddline::audit
