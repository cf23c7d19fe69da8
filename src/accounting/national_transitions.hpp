#pragma once

#include <vector>

#include "accounting/forest_area.hpp"
#include "accounting/reference_level.hpp"
#include "accounting/workings.hpp"
#include "domain/answer.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// The reference level of a forest under national transition probabilities.
///
/// Static areas stay as at the start; under `markov` forest moves among the forest strata and never returns,
/// one step per calendar year from the first that the period touches. Transitions with EF <= 0 emit nothing
/// and are named. Shapes: `forest` is the forest at the start, by stratum. Errors: a refusal that names the
/// stratum that the national table lacks, or the factor that is missing. Source: docs/equations.md, Eq. 11,
/// 13, 14, 15, 16
[[nodiscard]] Answer<ReferenceLevel> level_of_transitions(const Workings& workings, const Reading& reading,
                                                          const std::vector<StratumArea>& forest);

}  // namespace reddline::accounting
