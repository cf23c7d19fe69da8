#include "accounting/account.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "accounting/belts.hpp"
#include "accounting/canopy_sweep.hpp"
#include "accounting/emissions.hpp"
#include "accounting/factor_coverage.hpp"
#include "accounting/map_change.hpp"
#include "accounting/mapped_loss.hpp"
#include "accounting/readings.hpp"
#include "accounting/stock_change.hpp"

namespace reddline::accounting {

namespace {

/// True when the stratum of a loss in that year is read from a map dated before it; other strata are not the ones lost.
bool is_dated_before(const AuditCase& audit, const Reading& reading, LossYear year) {
    return reading.route != Route::loss || !reading.strata_map || audit.maps[*reading.strata_map].year < year.value();
}

void add_route(const AuditCase& audit, std::size_t zone, Route route, AuditResult& result) {
    Reading reading = result.default_reading;
    reading.route = route;
    const auto activity = activity_data(audit, zone, reading);
    if (!activity.given()) return;
    result.activity.push_back(activity.value());
    const auto table = emissions(audit, activity.value(), reading);
    if (!table.given()) return;
    ZoneEmissions emitted{zone, route, activity.value().strata, {}};
    std::ranges::copy_if(table.value(), std::back_inserter(emitted.table),
                         [&](const StratumYear& row) { return is_dated_before(audit, reading, row.year); });
    result.emissions.push_back(std::move(emitted));
}

void add_zone(const AuditCase& audit, std::size_t zone, AuditResult& result) {
    const Reading& reading = result.default_reading;
    result.losses.push_back(mapped_loss(audit.crosstab(reading.forest.min_area_ha), zone, audit.maps,
                                        reading.strata_map, reading.forest, audit.codes));
    add_route(audit, zone, Route::loss, result);
    add_route(audit, zone, Route::maps, result);
    for (const StockYear& row : stock_by_loss(audit, zone, reading))
        result.stocks.push_back(row);
    const auto by_maps = stock_by_maps(audit, zone);
    if (by_maps.given()) result.stocks.insert(result.stocks.end(), by_maps.value().begin(), by_maps.value().end());
    for (std::size_t from = 0; from < audit.maps.size(); ++from) {
        for (std::size_t to = 0; to < audit.maps.size(); ++to) {
            if (audit.maps[to].year <= audit.maps[from].year) continue;
            const auto transitions = map_transitions(audit, zone, {from, to});
            result.transitions.insert(result.transitions.end(), transitions.begin(), transitions.end());
        }
    }
}

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::vector<MissingInput> missing_inputs(const AuditCase& audit) {
    std::vector<MissingInput> missing;
    const auto miss = [&](bool is_missing, const std::string& input, const std::string& decides) {
        if (is_missing) missing.push_back({input, decides});
    };
    const auto has_role = [&](ZoneRole role) {
        return std::ranges::any_of(audit.zones, [&](const ZoneExtent& extent) { return extent.zone.role == role; });
    };
    miss(audit.maps.empty(), "a forest-type map ([[strata]])",
         "which forest types were lost, and so the carbon per hectare");
    miss(!audit.factors, "carbon factors ([carbon] factors)", "what a hectare of loss emits");
    miss(!audit.transitions && !audit.rate && !audit.history, "a reference level ([reference_level])",
         "what loss was expected without the project, and so every credit");
    miss(!audit.monitoring, "the monitoring period ([monitoring])", "which loss counts against the credits");
    miss(!has_role(ZoneRole::project), "a zone of role project ([[zones]])", "whose credits are computed");
    const bool project_without_belt = std::ranges::any_of(audit.zones, [&](const ZoneExtent& extent) {
        const auto index = static_cast<std::size_t>(&extent - audit.zones.data());
        return extent.zone.role == ZoneRole::project && belts_of(audit, index).empty();
    });
    miss(project_without_belt, "a zone of role displacement_belt ([[zones]])",
         "how much loss moved elsewhere; without it the credits are an upper bound");
    miss(map_pair(audit).given() == false && !audit.maps.empty(), "a later strata map of role monitoring ([[strata]])",
         "whether two maps tell the same loss as the loss product");
    const std::string without_stock = audit.factors ? joined(destinations_without_stock(audit)) : std::string{};
    miss(!without_stock.empty(), "carbon factors of what is not forest (" + without_stock + ")",
         "how much carbon stands on the land afterwards; without them it counts as none (reading zero)");
    miss(audit.deductions.empty() && has_role(ZoneRole::project), "deductions ([deductions])",
         "what is held back for reversals and uncertainty; none is assumed");
    return missing;
}

}  // namespace

AuditResult account(const AuditCase& audit) {
    AuditResult result;
    result.default_reading = default_reading(audit);
    expect_factors(audit, result.default_reading);
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone)
        add_zone(audit, zone, result);
    result.canopy = canopy_sweep(audit);
    result.readings = evaluate_readings(audit);
    result.missing = missing_inputs(audit);
    return result;
}

}  // namespace reddline::accounting
