#pragma once

#include <span>

#include "estimation/correlation.hpp"

namespace reddline::estimation {

/// An amount and its uncertainty in per cent of it.
struct UncertainAmount {
    double value = 0.0;
    double uncertainty_pct = 0.0;
};

/// The uncertainty of a product of independent amounts, in per cent.
///
/// Source: docs/equations.md, Eq. 28
[[nodiscard]] double product_uncertainty_pct(std::span<const double> uncertainties_pct);

/// The uncertainty of a sum of independent amounts, in per cent of it; infinite where the sum is 0.
///
/// Source: docs/equations.md, Eq. 28
[[nodiscard]] double sum_uncertainty_pct(std::span<const UncertainAmount> amounts);

/// The variance of an amount that moves by `effects` with one standard deviation of each of its inputs: an input that several
/// parts share has one effect, that of all of them together.
///
/// Shapes: one effect per input of the correlation. Source: docs/equations.md, Eq. 28
[[nodiscard]] double variance(std::span<const double> effects, const Correlation& correlation);

}  // namespace reddline::estimation
