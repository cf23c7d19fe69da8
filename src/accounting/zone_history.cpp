#include "accounting/zone_history.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "accounting/belts.hpp"
#include "accounting/emissions.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/mapped_loss.hpp"

namespace reddline::accounting {

namespace {

/// Yearly means by stratum over the reference period.
std::map<std::string, StratumYear> yearly_means(const EmissionTable& table, const ReferencePeriod& period) {
    std::map<std::string, StratumYear> means;
    const double share = 1.0 / period.years();
    for (const StratumYear& row : table) {
        if (row.year < period.first() || row.year > period.last()) continue;
        StratumYear& mean = means.try_emplace(row.stratum, StratumYear{row.stratum, row.year, {}, {}}).first->second;
        mean.area += share * row.area;
        mean.emission += share * row.emission;
    }
    return means;
}

}  // namespace

Answer<ReferenceLevel> level_of_history(const AuditCase& audit, std::size_t zone, const Reading& reading) {
    const HistoryRule& rule = *audit.history;
    const auto named = audit.zone_index(rule.zone);
    if (!named) return Refusal{"the reference zone '" + rule.zone + "' is not among the zones"};
    if (reading.route != Route::loss) {
        return Refusal{
            "the reference level is a history of the loss product; change between two maps is not set against it"};
    }
    const std::vector<std::size_t> belts = belts_of(audit, *named);
    const bool is_belt_of_named = std::ranges::find(belts, zone) != belts.end();
    const bool is_own = audit.zones[*named].zone.role == ZoneRole::project && is_belt_of_named;
    const std::size_t source = is_own ? zone : *named;
    const auto table = emissions(audit, loss_activity(audit, source, reading), reading);
    if (!table.given()) return table.refusal();
    double carried_over = 1.0;
    if (source != zone && rule.scale == HistoryScale::forest_area) {
        const auto judged = forest_area(audit, zone, reading, audit.monitoring->first_year());
        const auto at_reference = forest_area(audit, source, reading, rule.period.first());
        if (!judged.given()) return judged.refusal();
        if (!at_reference.given()) return at_reference.refusal();
        if (at_reference.value().empty()) return Refusal{"the reference zone '" + rule.zone + "' has no forest"};
        carried_over = total_area(judged.value()) / total_area(at_reference.value());
    }
    ReferenceLevel level;
    for (int year = audit.monitoring->first_year().value(); year <= audit.monitoring->last_year().value(); ++year) {
        for (const auto& [stratum, mean] : yearly_means(table.value(), rule.period)) {
            level.years.push_back({stratum, LossYear{year}, carried_over * mean.area, carried_over * mean.emission});
        }
    }
    return level;
}

}  // namespace reddline::accounting
