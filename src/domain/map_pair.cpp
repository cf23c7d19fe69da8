#include "domain/map_pair.hpp"

namespace reddline {

Answer<MapPair> map_pair(const AuditCase& audit) {
    const auto from = baseline_map(audit.maps);
    if (!from) return Refusal{"no strata map: the maps route compares two of them"};
    for (std::size_t to = 0; to < audit.maps.size(); ++to) {
        const bool is_later = audit.maps[to].year > audit.maps[*from].year;
        if (audit.maps[to].role == StrataRole::monitoring && is_later) return MapPair{*from, to};
    }
    return Refusal{"no strata map of role monitoring that is later than " + audit.maps[*from].name +
                   ": the maps route compares two dates"};
}

}  // namespace reddline
