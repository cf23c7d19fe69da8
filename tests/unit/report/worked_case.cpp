#include "unit/report/worked_case.hpp"

#include <chrono>
#include <optional>

namespace reddline::report {

Tally ha(std::int64_t count) {
    return {count, count * cm2_per_ha};
}

OutcomeTally counted(std::int64_t count) {
    OutcomeTally outcomes{};
    outcomes[static_cast<std::size_t>(Outcome::counted)] = ha(count);
    return outcomes;
}

StrataMap types_of(int year, StrataRole role) {
    Legend legend("legend.csv");
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"deciduous", StratumKind::forest});
    legend.add("3", {"cropland", StratumKind::non_forest});
    return {"types-" + std::to_string(year), year, role, legend};
}

Crosstab worked_crosstab() {
    OutcomeTally in_park = counted(13);
    in_park[static_cast<std::size_t>(Outcome::water)] = ha(3);
    OutcomeTally all = counted(13);
    all[static_cast<std::size_t>(Outcome::water)] = ha(3);
    all[static_cast<std::size_t>(Outcome::outside_zones)] = ha(4);
    return {2,
            {{0, 0}, {0, 2}, {3, 0}},
            {{{park, 0, 80, 0}, ha(10)}, {{park, 1, 80, 6}, ha(2)}, {{park, 2, 5, 0}, ha(1)}},
            {in_park, {}},
            all};
}

CarbonTable worked_factors() {
    CarbonTable factors{"carbon.csv", {}};
    factors.stocks["evergreen"].add({"total", TonnesCPerHa::of(120.0), {}, "Samreth et al. 2012"});
    factors.stocks["deciduous"].add({"total", TonnesCPerHa::of(60.0), {}, "Samreth et al. 2012"});
    return factors;
}

AuditCase worked_case() {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    const ForestRule forest{.canopy_pct = 30.0};
    return {.title = "Worked by hand",
            .label = "",
            .release = "GFC-2020-v1.8",
            .codes = LossCodes{LossYear{2014}, LossYear{2020}},
            .forest = forest,
            .canopy_sweep = {},
            .maps = {types_of(2017, StrataRole::baseline), types_of(2020, StrataRole::monitoring)},
            .zones = {{{"park", ZoneRole::project, "park", ""}, 2, 1, ha(16), 5},
                      {{"belt", ZoneRole::displacement_belt, "belt", "park"}, 1, 0, ha(0), 0}},
            .crosstabs = {{0.0, worked_crosstab()}},
            .factor_sets = {worked_factors()},
            .transitions = TransitionTable{"transitions.csv", {}, {{2014, 2016, {}}}},
            .references = {{"transitions", NationalTransitions{}}},
            .monitoring = MonitoringPeriod{year{2019} / month{1} / day{1}, year{2020} / month{12} / day{31}},
            .deductions = {{"reversal", 0.1, "a rule book"}},
            .declared_areas = {},
            .claim = std::nullopt,
            .sample = std::nullopt,
            .limits = {}};
}

Reading worked_reading(Route route, Arcs arcs) {
    Reading reading;
    reading.route = route;
    reading.strata_map = 0;
    reading.forest = {.canopy_pct = 30.0};
    reading.arcs = arcs;
    reading.reference = 0;
    return reading;
}

Statement worked_statement() {
    Statement statement;
    statement.zone = park;
    statement.reading = worked_reading(Route::loss, Arcs::option_1);
    const auto t = [](double value) { return TonnesCO2e::of(value); };
    statement.years = {{LossYear{2019}, 1.0, t(1'000.5), t(300.25), t(10.0), t(10.0)},
                       {LossYear{2020}, 1.0, t(1'000.5), t(200.0), t(0.0), t(-5.0)}};
    const auto area = [](double value) { return Hectares::of(value); };
    statement.strata = {{"evergreen", area(100.0), area(5.0), area(3.0), t(1'801.0), t(400.25)},
                        {"deciduous", area(50.0), area(1.0), area(1.0), t(200.0), t(100.0)}};
    statement.left_out = {"bamboo > evergreen"};
    for (const Posting& posting : {Posting{Account::reference_emissions, LossYear{2019}, 1'000'500, "expected"},
                                   Posting{Account::reference_emissions, LossYear{2020}, 1'000'500, "expected"},
                                   Posting{Account::project_emissions, LossYear{2019}, -300'250, "emitted"},
                                   Posting{Account::project_emissions, LossYear{2020}, -200'000, "emitted"},
                                   Posting{Account::displaced_emissions, LossYear{2019}, -10'000, "displaced"},
                                   Posting{Account::deduction, std::nullopt, -149'075, "reversal"},
                                   Posting{Account::credits, std::nullopt, -1'341'000, "whole tonnes, rounded down"},
                                   Posting{Account::rounding_remainder, std::nullopt, -675, "less than one tonne"}}) {
        statement.ledger.post(posting);
    }
    statement.totals = {.reference = t(2'001.0),
                        .project = t(500.25),
                        .displaced = t(10.0),
                        .unseen_belts = 0,
                        .reduction = t(1'490.75),
                        .deducted = t(149.075),
                        .credits = {1'341}};
    return statement;
}

CreditTotals totals_without_belt() {
    CreditTotals totals = worked_statement().totals;
    totals.displaced.reset();
    totals.reduction = TonnesCO2e::of(1'500.75);
    totals.deducted = TonnesCO2e::of(150.075);
    totals.credits = {1'350};
    return totals;
}

Statement statement_without_belt() {
    Statement statement = worked_statement();
    for (StatementYear& year : statement.years) {
        year.displaced.reset();
        year.displaced_unclamped.reset();
    }
    statement.totals = totals_without_belt();
    return statement;
}

ZoneLoss worked_loss() {
    std::vector<Tally> evergreen(8);
    evergreen[1] = ha(1);  // 2014
    evergreen[6] = ha(2);  // 2019
    const std::vector<Tally> none(8);
    return {.counted = ha(13),
            .loss_outside_forest = {},
            .outside_by_code = none,
            .strata = {{"evergreen", StratumKind::forest, ha(12), evergreen},
                       {"deciduous", StratumKind::forest, {}, none},
                       {"cropland", StratumKind::non_forest, ha(4), none},
                       {"", std::nullopt, ha(1), none}}};
}

ReadingsSummary worked_summary() {
    const Spread spread{2, 1'341, 1'345.5, 1'350, std::nullopt, std::nullopt};
    return {.zone = park,
            .refused = 1,
            .all = spread,
            .consistent = spread,
            .effects = {{Choice::route, 1, 9.0, 9.0, TonnesCO2e::of(10.0)}}};
}

AuditResult worked_result() {
    AuditResult results;
    results.default_reading = worked_reading(Route::loss, Arcs::option_1);
    results.losses = {worked_loss(), worked_loss()};
    const auto expected = TonnesCO2e::of(2'001.0);
    results.statements = {{park, worked_statement()}};
    results.readings = {{park, results.default_reading, {}, expected, worked_statement().totals},
                        {park,
                         worked_reading(Route::loss, Arcs::option_2),
                         {},
                         TonnesCO2e::of(2'100.0),
                         Refusal{"no factor for 'bamboo'"}},
                        {park, worked_reading(Route::maps, Arcs::option_1), {}, expected, totals_without_belt()}};
    results.summaries = {worked_summary()};
    results.findings = {{"part_year", Severity::note, "monitoring period", "A note.", "2019"},
                        {"data_gap", Severity::warning, "park", "A warning.", "3 pixels"}};
    return results;
}

AuditResult refused_result(const std::string& reason) {
    AuditResult results = worked_result();
    results.statements[0].answer = Refusal{reason};
    for (ReadingResult& result : results.readings) {
        result.reference.reset();
        result.answer = Refusal{reason};
    }
    results.summaries = {{.zone = park, .refused = 3, .all = {}, .consistent = {}, .effects = {}}};
    return results;
}

void add_project(const std::string& zone, AuditCase& audit, AuditResult& results) {
    const std::size_t index = audit.zones.size();
    audit.zones.push_back({{zone, ZoneRole::project, zone, ""}, 1, 0, ha(16), 0});
    results.losses.push_back(worked_loss());
    results.statements.push_back({index, worked_statement()});
    results.readings.push_back(
        {index, results.default_reading, {}, TonnesCO2e::of(2'001.0), worked_statement().totals});
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

}  // namespace reddline::report
