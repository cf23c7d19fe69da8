#include "accounting/readings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "accounting/credit_model.hpp"
#include "accounting/open_choices.hpp"
#include "accounting/reference_level.hpp"
#include "accounting/statement.hpp"
#include "domain/credit_uncertainty.hpp"
#include "domain/error.hpp"
#include "domain/reading_scope.hpp"

namespace reddline::accounting {

namespace {

constexpr std::size_t most_readings = 1'000'000;

/// Every element of `readings` once per value, `set` putting the value in.
template <class Values, class Set>
std::vector<Reading> crossed(const std::vector<Reading>& readings, const Values& values, Set set) {
    std::vector<Reading> result;
    result.reserve(readings.size() * values.size());
    for (const Reading& reading : readings) {
        for (const auto& value : values) {
            result.push_back(reading);
            set(result.back(), value);
        }
    }
    return result;
}

std::size_t count_projects(const AuditCase& audit) {
    return static_cast<std::size_t>(
        std::ranges::count(audit.zones, ZoneRole::project, [](const ZoneExtent& extent) { return extent.zone.role; }));
}

void expect_few(const AuditCase& audit, const OpenChoices& open) {
    double count = static_cast<double>(std::max<std::size_t>(1, count_projects(audit)));
    for (const std::size_t values :
         {open.routes.size(), open.strata_maps.size(), open.canopy_pct.size(), open.canopy_rules.size(),
          open.min_area_ha.size(), open.factors.size(), open.annualise.size(), open.intervals.size(), open.arcs.size(),
          open.areas.size(), open.post.size(), open.references.size()})
        count *= static_cast<double>(values);
    if (count <= static_cast<double>(most_readings)) return;
    throw Error(
        ErrorCode::audit_file, "readings",
        "expected at most 1,000,000 readings of all project zones together, found more; restrict the choices in "
        "[readings]");
}

/// What is expected, where that much is known although the reading as a whole is refused.
std::optional<TonnesCO2e> expected_alone(const Workings& workings, std::size_t zone, const Reading& reading) {
    const auto level = reference_level(workings, zone, reading);
    if (!level.given()) return std::nullopt;
    const MonitoringPeriod& period = *workings.audit().monitoring;
    TonnesCO2e sum;
    for (const StratumYear& row : level.value().years)
        sum += period.fraction_of(row.year) * row.emission;
    return sum;
}

/// Whether a reading keeps what its uncertainty is computed from.
enum class Models { kept, dropped };

ReadingResult evaluate(const Workings& workings, std::size_t zone, const Reading& reading, Models models) {
    const auto answer = statement(workings, zone, reading);
    if (!answer.given()) return {zone, reading, {}, expected_alone(workings, zone, reading), answer.refusal()};
    const Statement& computed = answer.value();
    ReadingResult result{zone, reading, caveats_of(workings, computed), computed.totals.reference, computed.totals};
    if (models == Models::dropped) return result;
    CreditModel model = credit_model(workings.audit(), computed);
    if (has_uncertain_input(workings.audit(), model)) result.model = std::move(model);
    return result;
}

/// What the date of the strata map does to the reference level and to what is observed, and whether both read the same map.
void add_map_caveats(const AuditCase& audit, const Reading& reading, std::vector<Caveat>& caveats) {
    const StrataMap* const map = reading.strata_map ? &audit.maps[*reading.strata_map] : nullptr;
    const bool is_reported = reading.route == Route::reported && audit.has_pixels();
    const HistoryRule* const history = audit.reference_of(reading)->history();
    const bool hides_history = history != nullptr && map != nullptr && map->year >= history->period.first().value();
    const bool is_late = map != nullptr && map->year >= audit.monitoring->first_year().value();
    if (hides_history) caveats.push_back(Caveat::history_hidden);
    const bool is_sampled = reading.route == Route::sample && audit.has_pixels();
    if ((is_reported || is_sampled) && is_late && !hides_history) caveats.push_back(Caveat::forest_hidden);
    if (is_reported && (map == nullptr || audit.claim->strata_map != map->name))
        caveats.push_back(Caveat::other_strata);
    if (reading.route == Route::loss && is_late) caveats.push_back(Caveat::strata_after_loss);
}

}  // namespace

std::vector<Caveat> caveats_of(const Workings& workings, const Statement& statement) {
    const AuditCase& audit = workings.audit();
    const Reading& reading = statement.reading;
    const bool by_transitions = audit.transitions_of(reading) != nullptr;
    const bool sees_destinations = observes_destinations(audit, reading.route);
    const bool sees_degradation = observes_degradation(audit, reading.route);
    std::vector<Caveat> caveats;
    if (by_transitions && !sees_degradation && reading.arcs == Arcs::option_2) {
        const auto& strata = workings.probabilities(reading).value().strata();
        const bool expects_degradation = std::ranges::any_of(statement.expected, [&](const StratumYear& row) {
            const auto index = std::ranges::find(strata, row.stratum, &Stratum::name) - strata.begin();
            return workings.rates(reading)[static_cast<std::size_t>(index)].value().moves_to_forest;
        });
        if (expects_degradation) caveats.push_back(Caveat::degradation_unseen);
    }
    if (!by_transitions && sees_degradation && reading.arcs == Arcs::option_2)
        caveats.push_back(Caveat::degradation_unexpected);
    if (reading.post == PostStock::post_stock && by_transitions != sees_destinations)
        caveats.push_back(by_transitions ? Caveat::regrowth_unseen : Caveat::regrowth_unexpected);
    add_map_caveats(audit, reading, caveats);
    return caveats;
}

std::vector<Reading> every_reading(const AuditCase& audit) {
    const OpenChoices open = open_choices(audit);
    expect_few(audit, open);
    const Reading standard = default_reading(audit);
    std::vector<Reading> readings{standard};
    readings = crossed(readings, open.routes, [](Reading& r, Route value) { r.route = value; });
    readings = crossed(readings, open.strata_maps, [](Reading& r, auto value) { r.strata_map = value; });
    readings = crossed(readings, open.canopy_pct, [](Reading& r, double value) { r.forest.canopy_pct = value; });
    readings = crossed(readings, open.canopy_rules, [](Reading& r, CanopyRule value) { r.forest.canopy_rule = value; });
    readings = crossed(readings, open.min_area_ha, [](Reading& r, double value) { r.forest.min_area_ha = value; });
    readings = crossed(readings, open.factors, [](Reading& r, std::size_t value) { r.factors = value; });
    readings = crossed(readings, open.references, [](Reading& r, auto value) { r.reference = value; });
    readings = crossed(readings, open.annualise, [](Reading& r, Annualise value) { r.annualise = value; });
    readings = crossed(readings, open.intervals, [](Reading& r, Intervals value) { r.intervals = value; });
    readings = crossed(readings, open.arcs, [](Reading& r, Arcs value) { r.arcs = value; });
    readings = crossed(readings, open.areas, [](Reading& r, AreaModel value) { r.areas = value; });
    readings = crossed(readings, open.post, [](Reading& r, PostStock value) { r.post = value; });
    std::set<Reading> seen;
    std::vector<Reading> distinct;
    for (const Reading& reading : readings) {
        const Reading meant = without_idle_choices(audit, reading, standard);
        if (seen.insert(meant).second) distinct.push_back(meant);
    }
    return distinct;
}

std::vector<ReadingResult> evaluate_readings(const Workings& nation, std::span<const Reading> readings) {
    const AuditCase& audit = nation.audit();
    const bool are_few = count_projects(audit) * readings.size() <= most_spread_readings;
    std::vector<ReadingResult> results;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        const Workings workings = nation.of_zones(zones_behind(audit, zone), readings);
        for (const Reading& reading : readings) {
            // Where a table declares the areas, another route may be missing, and this one says what is.
            if (!observes_zone(audit, reading.route, zone) && audit.has_pixels()) continue;
            const bool is_default = &reading == &readings.front();
            results.push_back(
                evaluate(workings, zone, reading, are_few || is_default ? Models::kept : Models::dropped));
        }
    }
    return results;
}

}  // namespace reddline::accounting
