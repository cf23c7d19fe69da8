#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/uncertainty_rules.hpp"

namespace reddline::estimation {

/// Correlations among inputs as a matrix that is symmetric, with ones on its diagonal.
class Correlation {
public:
    /// The matrix of the inputs of these names; pairs of which one is not among them are left out.
    ///
    /// Errors: Error{table_malformed} when no inputs can be correlated so: the matrix has an eigenvalue below 0. It names the
    ///         file and the inputs.
    Correlation(const std::vector<std::string>& names, const UncertaintyRules& rules);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] double at(std::size_t one, std::size_t other) const { return values_[one * size_ + other]; }
    /// True when the input goes together with another.
    [[nodiscard]] bool is_shared(std::size_t input) const;
    /// Independent standard normal deviates made to go together, each a weighted sum of those: row by row the weights.
    [[nodiscard]] std::vector<double> factor() const;

private:
    std::size_t size_;
    std::vector<double> values_;
};

}  // namespace reddline::estimation
