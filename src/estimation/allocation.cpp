#include "estimation/allocation.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

namespace reddline::estimation {

namespace {

/// What the next point would bring a stratum.
struct Claim {
    double priority = 0.0;
    std::size_t stratum = 0;

    /// The first stratum comes first among equals.
    friend bool operator<(const Claim& a, const Claim& b) {
        return a.priority != b.priority ? a.priority < b.priority : a.stratum > b.stratum;
    }
};

double priority_of(double weight, std::int64_t points) {
    const auto n = static_cast<double>(points);
    return weight / std::sqrt(n * (n + 1.0));
}

std::int64_t sum_of(std::span<const PointLimits> limits, std::int64_t PointLimits::*limit) {
    std::int64_t sum = 0;
    for (const PointLimits& one : limits)
        sum += one.*limit;
    return sum;
}

}  // namespace

Points allocated(std::span<const double> weights, std::span<const PointLimits> limits, std::int64_t points) {
    Points shared;
    std::priority_queue<Claim> claims;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        shared.push_back(limits[i].least);
        if (limits[i].least < limits[i].most) claims.push({priority_of(weights[i], limits[i].least), i});
    }
    for (std::int64_t left = points - sum_of(limits, &PointLimits::least); left > 0 && !claims.empty(); --left) {
        const std::size_t stratum = claims.top().stratum;
        claims.pop();
        const std::int64_t now = ++shared[stratum];
        if (now < limits[stratum].most) claims.push({priority_of(weights[stratum], now), stratum});
    }
    return shared;
}

Points smallest_allocated(std::span<const double> weights, std::span<const PointLimits> limits,
                          const std::function<bool(const Points&)>& enough) {
    std::int64_t few = sum_of(limits, &PointLimits::least);
    std::int64_t many = sum_of(limits, &PointLimits::most);
    while (few < many) {
        const std::int64_t middle = few + (many - few) / 2;
        if (enough(allocated(weights, limits, middle))) {
            many = middle;
        } else {
            few = middle + 1;
        }
    }
    return allocated(weights, limits, many);
}

}  // namespace reddline::estimation
