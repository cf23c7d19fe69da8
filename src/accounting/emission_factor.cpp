#include "accounting/emission_factor.hpp"

namespace reddline::accounting {

Answer<TonnesCO2ePerHa> emission_factor(const CarbonTable& factors, const std::string& from, const Destination& to,
                                        PostStock post) {
    const CarbonStock* const before = factors.find(from);
    if (before == nullptr) return Refusal{"no carbon factor for '" + from + "' in " + factors.name};
    const bool holds_nothing = !to.stratum || (to.kind != StratumKind::forest && post == PostStock::zero);
    if (holds_nothing) return as_CO2e(before->density());
    const CarbonStock* const after = factors.find(*to.stratum);
    if (after == nullptr) return Refusal{"no carbon factor for '" + *to.stratum + "' in " + factors.name};
    return as_CO2e(before->density() - after->density());
}

}  // namespace reddline::accounting
