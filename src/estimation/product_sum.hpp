#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "domain/product_sum.hpp"

namespace reddline::estimation {

/// `factor` x `first` x `second`, multiplied out.
[[nodiscard]] ProductSum product_of(double factor, const ProductSum& first, const ProductSum& second);

/// Adds `factor` x `terms` to a sum.
void add_terms(double factor, const ProductSum& terms, ProductSum& sum);

/// The sum where every input stands at its value.
[[nodiscard]] double value_of(const ProductSum& sum, std::span<const double> values);

/// What the sum gains for one unit of each input, at the values.
[[nodiscard]] std::vector<double> slopes_of(const ProductSum& sum, std::span<const double> values);

/// Draws of every input: a column where it is uncertain; an exact one stands at its value.
struct InputDraws {
    std::span<const double> values;
    std::span<const std::vector<double>* const> columns;  ///< null for an exact input
    std::size_t count = 0;
};

/// The sum draw by draw.
[[nodiscard]] std::vector<double> draws_of(const ProductSum& sum, const InputDraws& inputs);

}  // namespace reddline::estimation
