#include "audit/stratum_mixes.hpp"

#include <algorithm>

namespace reddline::audit {

const LossMix* mix_of(const StratumQuestion& question, MixSource source) {
    const auto found = std::ranges::find(question.mixes, source, &LossMix::source);
    return found != question.mixes.end() && !found->strata.empty() ? &*found : nullptr;
}

const LossMix* mapped_mix(const StratumQuestion& question, std::optional<std::size_t> map) {
    const auto found = std::ranges::find_if(
        question.mixes, [&](const LossMix& mix) { return mix.source == MixSource::mapped && mix.map == map; });
    return found != question.mixes.end() && !found->strata.empty() ? &*found : nullptr;
}

std::optional<double> index_between(const StratumQuestion& question, const LossMix& one, const LossMix& other) {
    const auto a = static_cast<std::size_t>(&one - question.mixes.data());
    const auto b = static_cast<std::size_t>(&other - question.mixes.data());
    const auto found = std::ranges::find_if(question.distances, [&](const MixDistance& distance) {
        return (distance.first == a && distance.second == b) || (distance.first == b && distance.second == a);
    });
    return found == question.distances.end() ? std::nullopt : std::optional(found->index);
}

const StratumShare& largest_share(const LossMix& mix) {
    return *std::ranges::max_element(mix.strata, {}, &StratumShare::share);
}

std::optional<TonnesCO2e> emission_of(const LossMix& mix, const CarbonTable& factors) {
    TonnesCO2e sum;
    for (const StratumShare& stratum : mix.strata) {
        const CarbonStock* const stock = factors.find(stratum.stratum);
        if (stock == nullptr) return std::nullopt;
        sum += stratum.area * as_CO2e(stock->density());
    }
    return sum;
}

const Relabelling* relabelling_by(const StratumQuestion& question, std::size_t map) {
    const Relabelling* found = nullptr;
    for (const Relabelling& relabelling : question.relabellings) {
        if (relabelling.map != map) continue;
        if (found == nullptr || relabelling.by_stratum) found = &relabelling;
    }
    return found;
}

}  // namespace reddline::audit
