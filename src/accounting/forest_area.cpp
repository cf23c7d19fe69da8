#include "accounting/forest_area.hpp"

#include "accounting/map_change.hpp"
#include "accounting/mapped_loss.hpp"

namespace reddline::accounting {

namespace {

std::vector<StratumArea> forest_left(const Workings& workings, std::size_t zone, const Reading& reading,
                                     LossYear year) {
    std::vector<StratumArea> strata;
    for (const StratumLoss& stratum : workings.loss(zone, reading).strata) {
        if (stratum.kind != StratumKind::forest) continue;
        const Tally left = forest_at_start(stratum, year, workings.audit().codes);
        if (left.pixels > 0) strata.push_back({stratum.stratum, hectares(left.area_cm2)});
    }
    return strata;
}

/// Where the later map has no data, no change can be seen, so that forest is not judged at all.
std::vector<StratumArea> mapped_classes(const Workings& workings, std::size_t zone, MapPair pair) {
    const AuditCase& audit = workings.audit();
    const auto& legend = audit.maps[pair.from].legend.strata();
    const std::size_t later_strata = audit.maps[pair.to].legend.strata().size();
    std::vector<Tally> tallies(legend.size());
    for (const MapTransition& transition : workings.map_changes(zone)) {
        if (transition.from < legend.size() && transition.to < later_strata)
            tallies[transition.from] += transition.tally;
    }
    std::vector<StratumArea> strata;
    for (std::size_t i = 0; i < legend.size(); ++i) {
        if (legend[i].kind == StratumKind::forest && tallies[i].pixels > 0) {
            strata.push_back({legend[i].name, hectares(tallies[i].area_cm2)});
        }
    }
    return strata;
}

std::vector<StratumArea> declared_forest(const AuditCase& audit, std::size_t zone) {
    std::vector<StratumArea> strata;
    for (const DeclaredArea& declared : audit.declared_in(zone)) {
        if (declared.area > Hectares{} && audit.kind_of(declared.stratum) == StratumKind::forest)
            strata.push_back({declared.stratum, declared.area});
    }
    return strata;
}

}  // namespace

Answer<std::vector<StratumArea>> forest_area(const Workings& workings, std::size_t zone, const Reading& reading,
                                             LossYear year) {
    if (!workings.audit().has_pixels()) return declared_forest(workings.audit(), zone);
    if (reading.route != Route::maps) return forest_left(workings, zone, reading, year);
    const auto pair = map_pair(workings.audit());
    if (!pair.given()) return pair.refusal();
    return mapped_classes(workings, zone, pair.value());
}

Hectares total_area(const std::vector<StratumArea>& strata) {
    Hectares sum;
    for (const StratumArea& stratum : strata)
        sum += stratum.area;
    return sum;
}

}  // namespace reddline::accounting
