#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace reddline::estimation {

/// How few and how many points a stratum may have; at least 1.
struct PointLimits {
    std::int64_t least = 1;
    std::int64_t most = 1;
};

/// Points by stratum.
using Points = std::vector<std::int64_t>;

/// Shares the points out by weight: every stratum has its least, and each further point goes where weight / sqrt(n (n + 1)) is
/// largest and more are allowed.
///
/// With the weights W S of Neyman's rule no other whole numbers within the limits give a smaller variance. With more points to share
/// no stratum has fewer.
///
/// Shapes: a weight per stratum, 0 or more; `points` from the sum of all `least` to the sum of all `most`.
/// Source: docs/equations.md, Eq. 9
[[nodiscard]] Points allocated(std::span<const double> weights, std::span<const PointLimits> limits,
                               std::int64_t points);

/// The smallest allocation by weight that is enough; all that the limits allow where none is.
///
/// Shapes: `enough` stays true as points are added.
[[nodiscard]] Points smallest_allocated(std::span<const double> weights, std::span<const PointLimits> limits,
                                        const std::function<bool(const Points&)>& enough);

}  // namespace reddline::estimation
