#include "accounting/zone_history.hpp"

#include <map>
#include <string>

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
    const bool own_history = audit.zones[*named].zone.role == ZoneRole::project;
    const std::size_t source = own_history ? zone : *named;
    Reading by_loss = reading;
    by_loss.route = Route::loss;
    const auto table = emissions(audit, loss_activity(audit, source, by_loss), by_loss);
    if (!table.given()) return table.refusal();
    double carried_over = 1.0;
    if (source != zone && rule.scale == HistoryScale::forest_area) {
        // A ratio needs one definition of forest on both sides; the emissions are of the loss route, so both areas are.
        const auto judged = forest_area(audit, zone, by_loss, audit.monitoring->first_year());
        const auto at_reference = forest_area(audit, source, by_loss, rule.period.first());
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
