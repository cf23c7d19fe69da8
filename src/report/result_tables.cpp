#include "report/result_tables.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/csv_text.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

std::string route_mapping(const AuditCase& audit, const AuditResult& results, Route route) {
    // A claim's areas depend on none of the choices of maps and canopy.
    if (route == Route::reported) return "route reported; areas and forest types as the claim states them";
    if (route == Route::sample) return "route sample; areas and forest types as estimated from the sample";
    Reading reading = results.default_reading;
    reading.route = route;
    return mapping_text(english(), audit, reading);
}

std::string source_of(const AuditCase& audit, const AuditResult& results, const std::string& stratum) {
    const CarbonTable* const factors = audit.factors_of(results.default_reading);
    const CarbonStock* const stock = factors == nullptr ? nullptr : factors->find(stratum);
    return stock == nullptr ? std::string{} : stock->source();
}

/// The standard error of what a sample says was lost of a stratum in one year, whatever the destination.
std::optional<Hectares> error_of_sum(const AuditCase& audit, const ActivityData& activity, const std::string& from) {
    if (activity.route != Route::sample) return std::nullopt;
    const auto sums = audit.sample->sums_in(audit.zones[activity.zone].zone.name);
    const auto sum = std::ranges::find(sums, from, &SampledLoss::from);
    const auto error = sum == sums.end() ? std::nullopt : sum->area_ha.standard_error;
    return error ? std::optional(audit.sample->yearly(*error)) : std::nullopt;
}

/// Sums the areas of one activity by stratum and year, whatever the destination. The standard error of a sum is
/// its own where a sample gives it: those of its parts are not independent, and do not add up.
std::vector<Activity> by_stratum(const AuditCase& audit, const ActivityData& activity) {
    std::vector<Activity> sums;
    for (const Activity& row : activity.rows) {
        bool is_new = true;
        for (Activity& sum : sums) {
            if (sum.from != row.from || sum.year != row.year) continue;
            sum.area += row.area;
            sum.standard_error = error_of_sum(audit, activity, row.from);
            is_new = false;
        }
        if (is_new) sums.push_back(row);
    }
    return sums;
}

/// The columns of readings.csv that say what a reading gives, its status and the reason for that.
std::vector<std::string> outcome_fields(const ReadingResult& result) {
    if (!result.answer.given())
        return {number_field(result.reference), "", "", "", "", "", "refused", "", result.answer.refusal().reason};
    const CreditTotals& totals = result.answer.value();
    return {
        number_field(totals.reference),   number_field(totals.project),          number_field(totals.displaced),
        number_field(totals.reduction),   number_field(totals.deducted),         std::to_string(totals.credits.tCO2e),
        std::string(status_name(totals)), result.caveats.empty() ? "yes" : "no", reason_text(totals, result.caveats)};
}

/// What enters credits on every route.

}  // namespace

std::string activity_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "route", "strata", "stratum", "year", "area_ha", "standard_error_ha", "reading", "label"});
    for (const ActivityData& activity : results.activity) {
        const std::string reading = route_mapping(audit, results, activity.route);
        for (const Activity& row : by_stratum(audit, activity)) {
            csv.add({audit.zones[activity.zone].zone.name, std::string(to_string(activity.route)), activity.strata,
                     row.from, std::to_string(row.year.value()), number_field(row.area),
                     number_field(row.standard_error), reading,
                     label_text(english(), audit, by_route(activity.route, {}))});
        }
    }
    return csv.text();
}

std::string emissions_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "route", "strata", "stratum", "year", "area_ha", "emission_tCO2e", "factor_source", "reading",
                 "label"});
    for (const ZoneEmissions& emissions : results.emissions) {
        Reading reading = results.default_reading;
        reading.route = emissions.route;
        for (const StratumYear& row : emissions.table) {
            csv.add({audit.zones[emissions.zone].zone.name, std::string(to_string(emissions.route)), emissions.strata,
                     row.stratum, std::to_string(row.year.value()), number_field(row.area), number_field(row.emission),
                     source_of(audit, results, row.stratum), reading_text(english(), audit, reading),
                     label_text(english(), audit, by_route(emissions.route, {Entered::factors}))});
        }
    }
    return csv.text();
}

std::string transitions_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "from_strata", "to_strata", "from", "to", "pixels", "area_ha", "label"});
    for (const MapTransition& row : results.transitions) {
        csv.add({audit.zones[row.zone].zone.name, audit.maps[row.from_map].name, audit.maps[row.to_map].name,
                 audit.maps[row.from_map].legend.name_of(row.from), audit.maps[row.to_map].legend.name_of(row.to),
                 std::to_string(row.tally.pixels), number_field(hectares(row.tally.area_cm2)), audit.label});
    }
    return csv.text();
}

std::string carbon_stock_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "route", "strata", "stratum", "year", "forest_ha", "carbon_stock_tC", "yearly_change_tC",
                 "factor_source", "reading", "label"});
    for (const StockYear& row : results.stocks) {
        csv.add({audit.zones[row.zone].zone.name, std::string(to_string(row.route)), row.strata, row.stratum,
                 std::to_string(row.year.value()), number_field(row.area), number_field(row.stock),
                 number_field(row.yearly_change), source_of(audit, results, row.stratum),
                 route_mapping(audit, results, row.route), label_text(english(), audit, {Entered::factors})});
    }
    return csv.text();
}

std::string canopy_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "canopy_pct", "canopy_rule", "min_area_ha", "forest_2000_ha", "loss_ha",
                 "loss_outside_forest_ha", "label"});
    for (const CanopyRow& row : results.canopy) {
        csv.add({audit.zones[row.zone].zone.name, shortest(row.forest.canopy_pct),
                 std::string(to_string(row.forest.canopy_rule)), shortest(row.forest.min_area_ha),
                 number_field(hectares(row.forest_2000.area_cm2)), number_field(hectares(row.loss.area_cm2)),
                 number_field(hectares(row.loss_outside_forest.area_cm2)), audit.label});
    }
    return csv.text();
}

std::string readings_csv(const AuditCase& audit, const AuditResult& results) {
    std::vector<std::string> head{"zone"};
    for (const Choice choice : all_choices())
        head.emplace_back(to_string(choice));
    for (const char* const column :
         {"reference_level_tCO2e", "project_emissions_tCO2e", "displaced_tCO2e", "reduction_tCO2e", "deductions_tCO2e",
          "credits", "status", "consistent", "reason", "label"})
        head.emplace_back(column);
    CsvText csv(head);
    for (const ReadingResult& result : results.readings) {
        std::vector<std::string> row{audit.zones[result.zone].zone.name};
        for (const Choice choice : all_choices())
            row.push_back(choice_text(audit, result.reading, choice));
        for (const std::string& field : outcome_fields(result))
            row.push_back(field);
        row.push_back(reading_label(audit, result.reading.route));
        csv.add(row);
    }
    return csv.text();
}

std::string ledger_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "period_start", "period_end", "account", "year", "amount_kgCO2e", "text", "reading", "label"});
    for (const ZoneStatement& result : results.statements) {
        if (!result.answer.given()) continue;
        for (const Posting& posting : result.answer.value().ledger.postings()) {
            csv.add({audit.zones[result.zone].zone.name, to_string(audit.monitoring->start()),
                     to_string(audit.monitoring->end()), std::string(to_string(posting.account)),
                     posting.year ? std::to_string(posting.year->value()) : "", std::to_string(posting.amount_kgCO2e),
                     posting.text, reading_text(english(), audit, results.default_reading),
                     reading_label(audit, results.default_reading.route)});
        }
    }
    return csv.text();
}

std::string findings_csv(const Findings& findings) {
    CsvText csv({"code", "severity", "subject", "message", "evidence"});
    for (const Finding& finding : findings) {
        csv.add({finding.code, std::string(to_string(finding.severity)), finding.subject, finding.message,
                 finding.evidence});
    }
    return csv.text();
}

}  // namespace reddline::report
