#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "domain/sample_estimate.hpp"

namespace reddline::estimation {

/// What alike points score.
struct Score {
    double y = 0.0;
    double x = 0.0;  ///< what y is a share of, or another variable; a total does not look at it
    std::int64_t points = 0;
};

/// The points of one stratum and its size.
struct ScoredStratum {
    double size = 0.0;                  ///< in the unit of the total, such as ha
    std::optional<std::int64_t> units;  ///< that could have been drawn; nothing = no finite population correction
    std::vector<Score> scores;
};

/// The total of y: sum of size x mean of y, with its standard error.
///
/// A stratum adds size^2 (1 - n/N) s^2 / n to the variance, s^2 with n - 1 below; for a y of 0 and 1 that is
/// size^2 p (1 - p) / (n - 1), the form of Eq. 7. A stratum that was drawn as a whole (n = N) adds nothing, whatever n
/// is; another one with a single point leaves no standard error. Strata of size 0 have no part.
/// Source: docs/equations.md, Eq. 7, 8
[[nodiscard]] Estimate stratified_total(std::span<const ScoredStratum> strata);

/// The covariance of the totals of y and x, which are of one sample: with s_xy within strata where the variance of a total has
/// s^2.
///
/// A stratum with a single point adds nothing: of two totals that have standard errors it can only hold one.
/// Source: docs/equations.md, Eq. 8
[[nodiscard]] double stratified_covariance(std::span<const ScoredStratum> strata);

/// The total of y over the total of x, the combined ratio, with its standard error by linearisation.
///
/// s^2 is that of y - R x, which is s2_y + R^2 s2_x - 2 R s_xy of Eq. 8. Where strata are the map's classes this is the
/// variance of Eq. 7, for user's and for producer's accuracy.
/// Source: docs/equations.md, Eq. 7, 8
[[nodiscard]] Estimate stratified_ratio(std::span<const ScoredStratum> strata);

}  // namespace reddline::estimation
