#pragma once

#include <span>
#include <vector>

namespace reddline::estimation {

/// The part of each input in the variance of the draws of a result, of first order: the slope of the result's regression on
/// all inputs times the covariance of result and input, by the result's variance. What the shares leave of 1 is of no
/// input alone: amounts that are clamped, and products. Inputs that go together share their part, and a share can be below 0.
///
/// Shapes: a column per input, each at least as long as `result`; two draws or more. Source: docs/equations.md, Eq. 29
[[nodiscard]] std::vector<double> variance_shares(std::span<const std::vector<double>> columns,
                                                  std::span<const double> result);

}  // namespace reddline::estimation
