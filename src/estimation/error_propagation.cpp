#include "estimation/error_propagation.hpp"

#include <algorithm>

namespace reddline::estimation {

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
