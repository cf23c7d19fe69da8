#include "domain/transition_table.hpp"

#include <algorithm>

namespace reddline {

std::optional<StratumKind> TransitionTable::kind_of(const std::string& stratum) const {
    const auto found = std::ranges::find(strata, stratum, &Stratum::name);
    if (found == strata.end()) return std::nullopt;
    return found->kind;
}

}  // namespace reddline
