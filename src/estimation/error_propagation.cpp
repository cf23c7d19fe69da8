#include "estimation/error_propagation.hpp"

#include <algorithm>
#include <cmath>

namespace reddline::estimation {

double product_uncertainty_pct(std::span<const double> uncertainties_pct) {
    double squares = 0.0;
    for (const double uncertainty : uncertainties_pct)
        squares += uncertainty * uncertainty;
    return std::sqrt(squares);
}

double sum_uncertainty_pct(std::span<const UncertainAmount> amounts) {
    double squares = 0.0;
    double sum = 0.0;
    for (const UncertainAmount& amount : amounts) {
        const double error = amount.uncertainty_pct * amount.value;
        squares += error * error;
        sum += amount.value;
    }
    return std::sqrt(squares) / std::abs(sum);
}

double variance(std::span<const double> effects, const Correlation& correlation) {
    double sum = 0.0;
    for (std::size_t one = 0; one < effects.size(); ++one) {
        for (std::size_t other = 0; other < effects.size(); ++other)
            sum += effects[one] * correlation.at(one, other) * effects[other];
    }
    // Inputs that go together can cancel to 0, give or take rounding.
    return std::max(0.0, sum);
}

}  // namespace reddline::estimation
