#pragma once

#include <span>

#include "estimation/correlation.hpp"

namespace reddline::estimation {

/// The variance of an amount that moves by `effects` with one standard deviation of each of its inputs: an input that several
/// parts share has one effect, that of all of them together.
///
/// Shapes: one effect per input of the correlation. Source: docs/equations.md, Eq. 28
[[nodiscard]] double variance(std::span<const double> effects, const Correlation& correlation);

}  // namespace reddline::estimation
