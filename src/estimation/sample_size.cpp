#include "estimation/sample_size.hpp"

#include <cmath>

namespace reddline::estimation {

double deviation_of(double share) {
    return std::sqrt(share * (1.0 - share));
}

double points_needed(std::span<const StratumSpread> strata, double standard_error) {
    double sum = 0.0;
    double finite_part = 0.0;  // what the variance lacks because pixels are drawn without replacement
    for (const StratumSpread& one : strata) {
        const double product = one.weight * one.deviation;
        sum += product;
        finite_part += product * product / static_cast<double>(one.pixels);
    }
    return sum * sum / (standard_error * standard_error + finite_part);
}

double standard_error_of(std::span<const StratumSpread> strata, std::span<const std::int64_t> points) {
    double variance = 0.0;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const double product = strata[i].weight * strata[i].deviation;
        const double share = 1.0 / static_cast<double>(points[i]) - 1.0 / static_cast<double>(strata[i].pixels);
        variance += product * product * share;
    }
    return std::sqrt(variance);
}

}  // namespace reddline::estimation
