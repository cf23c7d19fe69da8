#pragma once

#include <cstdint>
#include <span>

namespace reddline::estimation {

/// What a stratum adds to the variance of a stratified estimate: (weight x deviation)^2 (1/points - 1/pixels).
///
/// Units: weight x deviation in the unit of the estimate, a share or hectares.
struct StratumSpread {
    double weight = 0.0;     ///< W or A of the stratum
    double deviation = 0.0;  ///< S = sqrt(p (1 - p)) of what is looked for
    std::int64_t pixels = 1;
};

/// S of a share: the standard deviation of a variable that is 1 for this share of the pixels, and 0 for the others.
///
/// Source: docs/equations.md, Eq. 9
[[nodiscard]] double deviation_of(double share);

/// Points with which the estimate has the standard error under Neyman's allocation, before rounding; no other allocation needs fewer.
///
/// Source: docs/equations.md, Eq. 9
[[nodiscard]] double points_needed(std::span<const StratumSpread> strata, double standard_error);

/// The standard error of the estimate with these points.
///
/// Shapes: one number of points per stratum, from 1 to its pixels.
/// Source: docs/equations.md, Eq. 9
[[nodiscard]] double standard_error_of(std::span<const StratumSpread> strata, std::span<const std::int64_t> points);

}  // namespace reddline::estimation
