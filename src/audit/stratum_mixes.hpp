#pragma once

#include <cstddef>
#include <optional>

#include "domain/carbon_stock.hpp"
#include "domain/stratum_question.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

/// The mix of what was expected or reported; null where that source shows no loss.
[[nodiscard]] const LossMix* mix_of(const StratumQuestion& question, MixSource source);

/// The mix that a strata map shows under the mapped loss; null where it shows none.
[[nodiscard]] const LossMix* mapped_mix(const StratumQuestion& question, std::optional<std::size_t> map);

/// How far two mixes of a question are apart; nothing when the question does not say.
///
/// Source: docs/equations.md, Eq. 27
[[nodiscard]] std::optional<double> index_between(const StratumQuestion& question, const LossMix& one,
                                                  const LossMix& other);

/// The stratum of the largest share, the first on ties. The mix must have one.
[[nodiscard]] const StratumShare& largest_share(const LossMix& mix);

/// What the area of a mix emits when nothing stands on it afterwards; nothing when a stratum has no factor.
///
/// Source: docs/equations.md, Eq. 11
[[nodiscard]] std::optional<TonnesCO2e> emission_of(const LossMix& mix, const CarbonTable& factors);

/// What the reported loss emits as it is labelled and as a map labels it, stratum by stratum where that is known; null
/// when the question does not say.
///
/// Source: docs/equations.md, Eq. 25
[[nodiscard]] const Relabelling* relabelling_by(const StratumQuestion& question, std::size_t map);

}  // namespace reddline::audit
