#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "domain/credit_uncertainty.hpp"

namespace reddline::estimation {

/// The value that a share of draws does not pass, between two draws by the straight line through them (the seventh of Hyndman
/// and Fan 1996, doi 10.1080/00031305.1996.10473566). Reorders `draws`, of which there is at least one.
[[nodiscard]] double quantile(std::vector<double>& draws, double share);

/// Median, 5 % and 95 % quantile of draws, in tCO2e.
[[nodiscard]] DrawQuantiles quantiles_of(std::vector<double> draws);

/// Half of the 90 % interval in per cent of a centre, the median or the mean; nothing where that or the median is not above 0.
///
/// Source: docs/equations.md, Eq. 29
[[nodiscard]] std::optional<double> half_width_pct(const DrawQuantiles& quantiles, TonnesCO2e centre);

/// The quantiles after a tenth, two tenths, ... and all of the draws.
///
/// Shapes: at least ten draws.
[[nodiscard]] std::vector<ConvergenceStep> convergence_of(std::span<const double> draws);

/// Standard errors of the quantiles that come from the draws being no more than they are: the spread of the quantiles of
/// twenty batches, by the root of twenty.
///
/// Shapes: at least twenty draws.
[[nodiscard]] DrawQuantiles monte_carlo_error(std::span<const double> draws);

/// Mean and standard deviation of draws.
struct Moments {
    double mean = 0.0;
    double standard_deviation = 0.0;
};

/// Shapes: at least two draws.
[[nodiscard]] Moments moments_of(std::span<const double> draws);

/// Reductions under uncertainty by their draws in tCO2e, beside what they are at the central values and their standard error by
/// Eq. 28; the share of the claim stays open.
///
/// Shapes: at least two draws. Source: docs/equations.md, Eq. 29
[[nodiscard]] ReductionSpread spread_of(const std::vector<double>& draws, double central,
                                        double approach_1_standard_error);

}  // namespace reddline::estimation
