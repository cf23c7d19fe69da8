#pragma once

#include <string>

namespace reddline {

/// Probability that a hectare of one national stratum is another one a year later.
struct YearlyTransition {
    std::string from;
    std::string to;
    double probability = 0.0;
};

}  // namespace reddline
