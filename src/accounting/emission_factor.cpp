#include "accounting/emission_factor.hpp"

namespace reddline::accounting {

const std::string* stock_after(const Destination& to, PostStock post) {
    const bool holds_nothing = !to.stratum || (to.kind != StratumKind::forest && post == PostStock::zero);
    return holds_nothing ? nullptr : &*to.stratum;
}

Answer<TonnesCO2ePerHa> emission_factor(const CarbonTable& factors, const std::string& from, const Destination& to,
                                        PostStock post) {
    const CarbonStock* const before = factors.find(from);
    if (before == nullptr) return Refusal{"no carbon factor for '" + from + "' in " + factors.name};
    const std::string* const stratum_after = stock_after(to, post);
    if (stratum_after == nullptr) return as_CO2e(before->density());
    const CarbonStock* const after = factors.find(*stratum_after);
    if (after == nullptr) return Refusal{"no carbon factor for '" + *stratum_after + "' in " + factors.name};
    return as_CO2e(before->density() - after->density());
}

}  // namespace reddline::accounting
