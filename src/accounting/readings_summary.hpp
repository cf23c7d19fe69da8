#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "domain/readings_summary.hpp"
#include "domain/statement.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// The readings of one zone in a few numbers: range, median, what stands against the claim, and how much each choice moves
/// the credits when only that choice changes.
///
/// Shapes: `readings` are those of all zones in their order, so that an index into it stays one.
/// Source: docs/equations.md, Eq. 24
[[nodiscard]] ReadingsSummary summarise(const std::vector<ReadingResult>& readings, std::size_t zone,
                                        std::optional<TonnesCO2e> claimed);

}  // namespace reddline::accounting
