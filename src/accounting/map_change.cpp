#include "accounting/map_change.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace reddline::accounting {

namespace {

const Stratum* stratum_at(const StrataMap& map, std::uint16_t index) {
    return index < map.legend.strata().size() ? &map.legend.strata()[index] : nullptr;
}

}  // namespace

std::vector<MapTransition> map_transitions(const AuditCase& audit, std::size_t zone, MapPair pair) {
    const Crosstab& crosstab = audit.crosstab(0.0);
    const auto& bins = crosstab.bins();
    std::map<std::pair<std::uint16_t, std::uint16_t>, Tally> sums;
    const auto first = std::ranges::lower_bound(bins, zone, {}, [](const Bin& bin) { return bin.key.zone; });
    for (auto bin = first; bin != bins.end() && bin->key.zone == zone; ++bin) {
        const auto& strata = crosstab.combinations()[bin->key.combination];
        sums[{strata[pair.from], strata[pair.to]}] += bin->tally;
    }
    std::vector<MapTransition> transitions;
    for (const auto& [strata, tally] : sums) {
        transitions.push_back({zone, pair.from, pair.to, strata.first, strata.second, tally});
    }
    return transitions;
}

ActivityData map_activity(const AuditCase& audit, std::size_t zone, MapPair pair,
                          const std::vector<MapTransition>& changes) {
    const StrataMap& from_map = audit.maps[pair.from];
    const StrataMap& to_map = audit.maps[pair.to];
    ActivityData activity{
        .zone = zone, .route = Route::maps, .strata = from_map.name + " > " + to_map.name, .rows = {}};
    const double years = to_map.year - from_map.year;
    for (const MapTransition& transition : changes) {
        const Stratum* const from = stratum_at(from_map, transition.from);
        const Stratum* const to = stratum_at(to_map, transition.to);
        if (from == nullptr || to == nullptr || from->kind != StratumKind::forest || from->name == to->name) continue;
        const Hectares yearly_area = (1.0 / years) * hectares(transition.tally.area_cm2);
        for (int year = from_map.year + 1; year <= to_map.year; ++year) {
            activity.rows.push_back({from->name, from->kind, to->name, LossYear{year}, yearly_area, std::nullopt});
        }
    }
    return activity;
}

}  // namespace reddline::accounting
