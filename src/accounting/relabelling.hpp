#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "domain/carbon_stock.hpp"
#include "domain/stratum_question.hpp"

namespace reddline::accounting {

/// What the reported loss emits as it is labelled, and as the evidence of a map labels the same hectares.
///
/// `rows` are the shares from the map that the claim reads its forest types from to the map of the evidence; empty where
/// that map is not known or is the evidence itself. A reported stratum without a row takes the mix of the evidence.
/// Nothing when either mix shows no loss, or a factor is missing.
/// Source: docs/equations.md, Eq. 25
[[nodiscard]] std::optional<Relabelling> relabelling(const LossMix& reported, const LossMix& evidence,
                                                     const std::vector<ShareRow>& rows, const CarbonTable& factors);

/// The relabelling by every map of `evidence` whose mix in the question gives one; `claimed_map` is the map that the claim
/// reads its forest types from, evidence or not.
///
/// Source: docs/equations.md, Eq. 25
[[nodiscard]] std::vector<Relabelling> relabellings(const StratumQuestion& question,
                                                    std::span<const std::size_t> evidence,
                                                    std::optional<std::size_t> claimed_map, const CarbonTable& factors);

}  // namespace reddline::accounting
