#include "report/result_tables.hpp"

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/csv_text.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

template <class Unit>
std::string number(Quantity<Unit> amount) {
    return shortest(amount.value());
}

template <class Unit>
std::string number(const std::optional<Quantity<Unit>>& amount) {
    return amount ? shortest(amount->value()) : std::string{};
}

std::string route_mapping(const AuditCase& audit, const AuditResult& results, Route route) {
    Reading reading = results.default_reading;
    reading.route = route;
    return mapping_text(audit, reading);
}

std::string source_of(const AuditCase& audit, const std::string& stratum) {
    const CarbonStock* const stock = audit.factors ? audit.factors->find(stratum) : nullptr;
    return stock == nullptr ? std::string{} : stock->source();
}

/// Sums the areas of one activity by stratum and year, whatever the destination. A sum has no standard error: those of
/// its parts are not independent.
std::vector<Activity> by_stratum(const ActivityData& activity) {
    std::vector<Activity> sums;
    for (const Activity& row : activity.rows) {
        bool is_new = true;
        for (Activity& sum : sums) {
            if (sum.from != row.from || sum.year != row.year) continue;
            sum.area += row.area;
            sum.standard_error.reset();
            is_new = false;
        }
        if (is_new) sums.push_back(row);
    }
    return sums;
}

/// The columns of readings.csv that say which choices a reading makes; empty where a choice has no part in it.
std::vector<std::string> choice_fields(const AuditCase& audit, const Reading& reading) {
    const bool by_loss = reading.route == Route::loss;
    const bool by_matrix = uses_transitions(reading);
    return {std::string(to_string(reading.route)),
            strata_text(audit, reading),
            by_loss ? shortest(reading.forest.canopy_pct) : "",
            by_loss ? std::string(to_string(reading.forest.canopy_rule)) : "",
            by_loss ? shortest(reading.forest.min_area_ha) : "",
            audit.factors ? audit.factors->name : "",
            by_matrix ? std::string(to_string(reading.annualise)) : "",
            by_matrix ? std::string(to_string(reading.intervals)) : "",
            std::string(to_string(reading.arcs)),
            by_matrix ? std::string(to_string(reading.areas)) : "",
            std::string(to_string(reading.post)),
            reading.reference ? std::string(to_string(*reading.reference)) : ""};
}

/// The columns of readings.csv that say what a reading gives, its status and the reason for that.
std::vector<std::string> outcome_fields(const Answer<Statement>& answer) {
    if (!answer.given()) return {"", "", "", "", "", "", "refused", answer.refusal().reason};
    const Statement& statement = answer.value();
    return {number(statement.reference),
            number(statement.project),
            number(statement.displaced),
            number(statement.reduction),
            number(statement.deducted),
            std::to_string(statement.credits.tCO2e),
            statement.displaced ? "computed" : "upper-bound",
            statement.displaced ? "" : "no displacement belt: loss that moved elsewhere is not counted"};
}

}  // namespace

std::string activity_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "route", "strata", "stratum", "year", "area_ha", "standard_error_ha", "reading", "label"});
    for (const ActivityData& activity : results.activity) {
        const std::string reading = route_mapping(audit, results, activity.route);
        for (const Activity& row : by_stratum(activity)) {
            csv.add({audit.zones[activity.zone].zone.name, std::string(to_string(activity.route)), activity.strata,
                     row.from, std::to_string(row.year.value()), number(row.area), number(row.standard_error), reading,
                     audit.label});
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
                     row.stratum, std::to_string(row.year.value()), number(row.area), number(row.emission),
                     source_of(audit, row.stratum), reading_text(audit, reading), label_text(audit)});
        }
    }
    return csv.text();
}

std::string transitions_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "from_strata", "to_strata", "from", "to", "pixels", "area_ha", "label"});
    for (const MapTransition& row : results.transitions) {
        csv.add({audit.zones[row.zone].zone.name, audit.maps[row.from_map].name, audit.maps[row.to_map].name,
                 audit.maps[row.from_map].legend.name_of(row.from), audit.maps[row.to_map].legend.name_of(row.to),
                 std::to_string(row.tally.pixels), number(hectares(row.tally.area_cm2)), audit.label});
    }
    return csv.text();
}

std::string carbon_stock_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "route", "strata", "stratum", "year", "forest_ha", "carbon_stock_tC", "yearly_change_tC",
                 "factor_source", "reading", "label"});
    for (const StockYear& row : results.stocks) {
        csv.add({audit.zones[row.zone].zone.name, std::string(to_string(row.route)), row.strata, row.stratum,
                 std::to_string(row.year.value()), number(row.area), number(row.stock), number(row.yearly_change),
                 source_of(audit, row.stratum), route_mapping(audit, results, row.route), label_text(audit)});
    }
    return csv.text();
}

std::string canopy_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "canopy_pct", "canopy_rule", "min_area_ha", "forest_2000_ha", "loss_ha",
                 "loss_outside_forest_ha", "label"});
    for (const CanopyRow& row : results.canopy) {
        csv.add({audit.zones[row.zone].zone.name, shortest(row.forest.canopy_pct),
                 std::string(to_string(row.forest.canopy_rule)), shortest(row.forest.min_area_ha),
                 number(hectares(row.forest_2000.area_cm2)), number(hectares(row.loss.area_cm2)),
                 number(hectares(row.loss_outside_forest.area_cm2)), audit.label});
    }
    return csv.text();
}

std::string readings_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone",
                 "route",
                 "strata",
                 "canopy_pct",
                 "canopy_rule",
                 "min_area_ha",
                 "factors",
                 "annualise",
                 "intervals",
                 "arcs",
                 "areas",
                 "post",
                 "reference",
                 "reference_level_tCO2e",
                 "project_emissions_tCO2e",
                 "displaced_tCO2e",
                 "reduction_tCO2e",
                 "deductions_tCO2e",
                 "credits",
                 "status",
                 "reason",
                 "label"});
    for (const ReadingResult& result : results.readings) {
        std::vector<std::string> row{audit.zones[result.zone].zone.name};
        for (const auto& fields : {choice_fields(audit, result.reading), outcome_fields(result.answer)})
            row.insert(row.end(), fields.begin(), fields.end());
        row.push_back(label_text(audit));
        csv.add(row);
    }
    return csv.text();
}

std::string ledger_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "period_start", "period_end", "account", "year", "amount_kgCO2e", "text", "reading", "label"});
    std::set<std::size_t> done;
    for (const ReadingResult& result : results.readings) {
        if (!done.insert(result.zone).second || !result.answer.given()) continue;
        for (const Posting& posting : result.answer.value().ledger.postings()) {
            csv.add({audit.zones[result.zone].zone.name, to_string(audit.monitoring->start()),
                     to_string(audit.monitoring->end()), std::string(to_string(posting.account)),
                     posting.year ? std::to_string(posting.year->value()) : "", std::to_string(posting.amount_kgCO2e),
                     posting.text, reading_text(audit, result.reading), label_text(audit)});
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
