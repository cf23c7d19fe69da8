#pragma once

#include "report/area_steps.hpp"

namespace reddline::report {

/// What is expected to be emitted by whole calendar year from a forest under the national transitions.
///
/// Source: docs/equations.md, Eq. 13, 14, 15, 16
[[nodiscard]] YearTerms transition_steps(Calculation& calculation, const StratumTerms& forest);

}  // namespace reddline::report
