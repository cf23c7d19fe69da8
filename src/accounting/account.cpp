#include "accounting/account.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

#include "accounting/canopy_sweep.hpp"
#include "accounting/claim_ledger.hpp"
#include "accounting/claim_split.hpp"
#include "accounting/emissions.hpp"
#include "accounting/factor_coverage.hpp"
#include "accounting/fixed_inputs.hpp"
#include "accounting/map_change.hpp"
#include "accounting/missing_inputs.hpp"
#include "accounting/readings.hpp"
#include "accounting/readings_summary.hpp"
#include "accounting/solve_claim.hpp"
#include "accounting/statement.hpp"
#include "accounting/stock_change.hpp"
#include "accounting/stratum_question.hpp"
#include "accounting/unit_reference.hpp"
#include "accounting/workings.hpp"

namespace reddline::accounting {

namespace {

/// True when the stratum of a loss in that year is read from a map dated before it; other strata are not the ones lost.
bool is_dated_before(const AuditCase& audit, const Reading& reading, LossYear year) {
    return reading.route != Route::loss || !reading.strata_map || audit.maps[*reading.strata_map].year < year.value();
}

void add_route(const Workings& workings, std::size_t zone, Route route, AuditResult& result) {
    const AuditCase& audit = workings.audit();
    Reading reading = result.default_reading;
    reading.route = route;
    const auto activity = activity_data(workings, zone, reading);
    if (!activity.given()) return;
    result.activity.push_back(activity.value());
    const auto table = emissions(audit, activity.value(), reading);
    if (!table.given()) return;
    ZoneEmissions emitted{zone, route, activity.value().strata, {}};
    std::ranges::copy_if(table.value(), std::back_inserter(emitted.table),
                         [&](const StratumYear& row) { return is_dated_before(audit, reading, row.year); });
    result.emissions.push_back(std::move(emitted));
}

/// Every pair of an earlier and a later map.
void add_transitions(const AuditCase& audit, std::size_t zone, AuditResult& result) {
    for (std::size_t from = 0; from < audit.maps.size(); ++from) {
        for (std::size_t to = 0; to < audit.maps.size(); ++to) {
            if (audit.maps[to].year <= audit.maps[from].year) continue;
            const auto transitions = map_transitions(audit, zone, {from, to});
            result.transitions.insert(result.transitions.end(), transitions.begin(), transitions.end());
        }
    }
}

void add_zone(const Workings& workings, std::size_t zone, AuditResult& result) {
    const Reading& reading = result.default_reading;
    for (const Route route : {Route::loss, Route::maps, Route::reported, Route::sample})
        add_route(workings, zone, route, result);
    const auto rows = claim_ledger(workings, zone, reading);
    result.claim_rows.insert(result.claim_rows.end(), rows.begin(), rows.end());
    if (!workings.audit().has_pixels()) return;
    result.losses.push_back(workings.loss(zone, reading));
    for (const StockYear& row : stock_by_loss(workings, zone, reading))
        result.stocks.push_back(row);
    const auto by_maps = stock_by_maps(workings, zone, reading);
    if (by_maps.given()) result.stocks.insert(result.stocks.end(), by_maps.value().begin(), by_maps.value().end());
    add_transitions(workings.audit(), zone, result);
}

/// The yearly probabilities of a matrix root, which no later step can work out from the tables again.
std::vector<YearlyTransition> rooted_transitions(const Workings& workings, const Reading& reading) {
    std::vector<YearlyTransition> rows;
    if (workings.audit().transitions_of(reading) == nullptr || reading.annualise != Annualise::matrix_root) return rows;
    const auto& yearly = workings.probabilities(reading);
    if (!yearly.given()) return rows;
    const std::vector<Stratum>& strata = yearly.value().strata();
    for (std::size_t from = 0; from < strata.size(); ++from) {
        for (std::size_t to = 0; to < strata.size(); ++to) {
            const double probability = yearly.value().at(from, to);
            if (to != from && probability > 0.0) rows.push_back({strata[from].name, strata[to].name, probability});
        }
    }
    return rows;
}

/// The statement of a project zone, and what stands against its claim.
void add_project(const Workings& workings, std::size_t zone, AuditResult& result) {
    const AuditCase& audit = workings.audit();
    const Reading& reading = result.default_reading;
    const auto answer = statement(workings, zone, reading);
    result.statements.push_back({zone, answer});
    const auto claimed = audit.is_claimed(zone) ? audit.claim->amount(ClaimItem::credits) : std::nullopt;
    result.summaries.push_back(summarise(result.readings, zone, claimed));
    const Statement* const computed = answer.given() ? &answer.value() : nullptr;
    result.stratum_questions.push_back(stratum_question(workings, zone, reading, computed));
    if (computed == nullptr) return;
    const auto fixed = fixed_inputs(audit, *computed);
    result.fixed_inputs.insert(result.fixed_inputs.end(), fixed.begin(), fixed.end());
    if (auto split = claim_split(workings, *computed)) result.claim_splits.push_back(std::move(*split));
}

}  // namespace

AuditResult account(const AuditCase& audit) {
    AuditResult result;
    const std::vector<Reading> readings = every_reading(audit);
    const Workings nation(audit, {}, readings);
    result.default_reading = readings.front();
    std::vector<std::size_t> zones(audit.zones.size());
    std::iota(zones.begin(), zones.end(), std::size_t{0});
    const Workings workings = nation.of_zones(zones, std::vector{result.default_reading});
    expect_factors(workings, result.default_reading);
    for (const std::size_t zone : zones)
        add_zone(workings, zone, result);
    result.canopy = canopy_sweep(audit);
    result.readings = evaluate_readings(nation, readings);
    for (const std::size_t zone : zones) {
        if (audit.zones[zone].zone.role == ZoneRole::project) add_project(workings, zone, result);
    }
    result.rooted_transitions = rooted_transitions(workings, result.default_reading);
    result.unit_references = unit_references(nation, readings);
    result.claim_alone = solve_claim_alone(nation, readings);
    result.missing = missing_inputs(audit);
    return result;
}

}  // namespace reddline::accounting
