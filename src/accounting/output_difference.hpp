#pragma once

#include "domain/output_difference.hpp"

namespace reddline::accounting {

/// Mapped loss of two runs side by side: zones matched by name, years that only one release covers apart. A stratum that
/// one run does not list in a year that both cover was lost nowhere in it.
///
/// Source: docs/equations.md, Eq. 4, 20
[[nodiscard]] OutputDifference output_difference(const StatedOutput& a, const StatedOutput& b);

}  // namespace reddline::accounting
