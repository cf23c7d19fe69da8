#include "accounting/share_matrix.hpp"

#include <map>

namespace reddline::accounting {

namespace {

bool is_forest(const StrataMap& map, LostArea::StratumIndex stratum) {
    const auto& strata = map.legend.strata();
    return stratum < strata.size() && strata[stratum].kind == StratumKind::forest;
}

void add_pair(const AuditCase& audit, const LostArea& lost, std::size_t from_map, std::size_t to_map,
              std::vector<ShareRow>& rows) {
    const StrataMap& from = audit.maps[from_map];
    const StrataMap& to = audit.maps[to_map];
    auto areas = lost.by_strata(from_map, to_map);
    std::erase_if(areas, [&](const auto& entry) {
        return !is_forest(from, entry.first.first) || !is_forest(to, entry.first.second);
    });
    std::map<LostArea::StratumIndex, Hectares> sums;
    for (const auto& [strata, area] : areas)
        sums[strata.first] += area;
    for (const auto& [strata, area] : areas) {
        rows.push_back({from_map, to_map, from.legend.name_of(strata.first), to.legend.name_of(strata.second), area,
                        area / sums[strata.first]});
    }
}

}  // namespace

std::vector<ShareRow> share_matrix(const AuditCase& audit, const LostArea& lost, const std::vector<std::size_t>& maps) {
    std::vector<ShareRow> rows;
    for (const std::size_t from : maps) {
        for (const std::size_t to : maps) {
            if (from != to) add_pair(audit, lost, from, to, rows);
        }
    }
    return rows;
}

}  // namespace reddline::accounting
