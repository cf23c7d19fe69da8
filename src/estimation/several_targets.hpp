#pragma once

#include <span>
#include <vector>

#include "estimation/allocation.hpp"

namespace reddline::estimation {

/// One target of an allocation: the sum of part / points over the strata may not exceed the bound.
///
/// Shapes: one part per stratum, 0 or more; the bound is above 0.
struct VarianceBound {
    std::vector<double> parts;
    double bound = 0.0;

    [[nodiscard]] bool is_met_by(std::span<const std::int64_t> points) const;
};

/// Few points that meet all targets: the convex problem is solved for real numbers by the iteration of Chromy, whole numbers are
/// sought around it. It meets every target that the limits allow to be met, and has the fewest points of all, or few more.
///
/// Shapes: every bound has one part per stratum.
/// Source: docs/equations.md, Eq. 9
[[nodiscard]] Points allocated_jointly(std::span<const VarianceBound> bounds, std::span<const PointLimits> limits);

}  // namespace reddline::estimation
