#pragma once

#include <cstddef>

#include "report/calculation.hpp"

namespace reddline::report {

/// What is expected to be emitted in a zone by whole calendar year, under the default reading's reference level. A belt
/// without forest is expected to lose nothing.
///
/// Source: docs/equations.md, Eq. 16, 17, 18, 19
[[nodiscard]] YearTerms expected_steps(Calculation& calculation, std::size_t zone);

}  // namespace reddline::report
