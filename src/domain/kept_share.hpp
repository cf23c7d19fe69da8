#pragma once

#include <span>

#include "domain/deduction.hpp"

namespace reddline {

/// What of a reduction the deductions leave together, each taken from what the ones before it left.
///
/// Source: docs/equations.md, Eq. 23
[[nodiscard]] inline double kept_share(std::span<const Deduction> deductions) {
    double share = 1.0;
    for (const Deduction& deduction : deductions)
        share *= 1.0 - deduction.fraction;
    return share;
}

}  // namespace reddline
