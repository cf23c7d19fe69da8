#pragma once

#include <cstddef>
#include <vector>

namespace reddline {

/// A constant times inputs, each named by its place in a list.
struct InputProduct {
    double factor = 1.0;
    std::vector<std::size_t> inputs;
};

/// A sum of products of inputs, such as above-ground biomass x carbon fraction + dead wood.
using ProductSum = std::vector<InputProduct>;

}  // namespace reddline
