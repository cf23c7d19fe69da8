#include "accounting/forest_area.hpp"

#include "accounting/map_change.hpp"
#include "accounting/mapped_loss.hpp"

namespace reddline::accounting {

namespace {

std::vector<StratumArea> forest_left(const AuditCase& audit, std::size_t zone, const Reading& reading, LossYear year) {
    const ZoneLoss loss = mapped_loss(audit.crosstab(reading.forest.min_area_ha), zone, audit.maps, reading.strata_map,
                                      reading.forest, audit.codes);
    std::vector<StratumArea> strata;
    for (const StratumLoss& stratum : loss.strata) {
        const Tally left = forest_at_start(stratum, year, audit.codes);
        if (stratum.kind == StratumKind::forest && left.pixels > 0) {
            strata.push_back({stratum.stratum, hectares(left.area_cm2)});
        }
    }
    return strata;
}

/// Where the later map has no data, no change can be seen, so that forest is not judged at all.
std::vector<StratumArea> mapped_classes(const AuditCase& audit, std::size_t zone, MapPair pair) {
    const auto& legend = audit.maps[pair.from].legend.strata();
    const std::size_t later_strata = audit.maps[pair.to].legend.strata().size();
    std::vector<Tally> tallies(legend.size());
    for (const MapTransition& transition : map_transitions(audit, zone, pair)) {
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

}  // namespace

Answer<std::vector<StratumArea>> forest_area(const AuditCase& audit, std::size_t zone, const Reading& reading,
                                             LossYear year) {
    if (reading.route == Route::loss) return forest_left(audit, zone, reading, year);
    const auto pair = map_pair(audit);
    if (!pair.given()) return pair.refusal();
    return mapped_classes(audit, zone, pair.value());
}

Hectares total_area(const std::vector<StratumArea>& strata) {
    Hectares sum;
    for (const StratumArea& stratum : strata)
        sum += stratum.area;
    return sum;
}

}  // namespace reddline::accounting
