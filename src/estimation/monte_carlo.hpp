#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/uncertainty_rules.hpp"
#include "estimation/correlation.hpp"
#include "estimation/credit_inputs.hpp"

namespace reddline::estimation {

/// The number of the random variable behind an input: it follows from the name alone, so that another input changes no draw
/// of this one. Where two names would have the same, the later one takes the next that is free.
///
/// Shapes: one number per name, in their order.
[[nodiscard]] std::vector<std::uint32_t> variables_of(std::span<const std::string> names);

/// Stops where inputs cannot be drawn together.
///
/// Errors: Error{table_malformed} when a bootstrap is correlated.
void expect_drawable(std::span<const CreditInput> inputs, const Correlation& correlation);

/// Draws of every input: a column per input, a value per iteration. A value depends on the seed, its iteration and the
/// variables of its input and of those that it is correlated with, on nothing else.
///
/// Correlated inputs are made of standard normal deviates that are correlated (a Gaussian copula).
/// Errors: that of `expect_drawable`. Source: docs/equations.md, Eq. 29
[[nodiscard]] std::vector<std::vector<double>> drawn(std::span<const CreditInput> inputs,
                                                     const Correlation& correlation, std::uint64_t seed,
                                                     std::size_t count);

}  // namespace reddline::estimation
