#include "estimation/counter_random.hpp"

#include <Random123/philox.h>

namespace reddline::estimation {

namespace {

constexpr unsigned half = 32;

std::uint32_t low(std::uint64_t value) {
    return static_cast<std::uint32_t>(value);
}

std::uint32_t high(std::uint64_t value) {
    return static_cast<std::uint32_t>(value >> half);
}

}  // namespace

std::uint64_t random_bits(std::uint64_t seed, std::uint64_t index, std::uint32_t variable) {
    const r123::Philox4x32::key_type key{{low(seed), high(seed)}};
    const r123::Philox4x32::ctr_type counter{{low(index), high(index), variable, 0}};
    const auto words = r123::Philox4x32{}(counter, key);
    return words[0] | static_cast<std::uint64_t>(words[1]) << half;
}

double unit_number(std::uint64_t bits) {
    // 52 bits and a half fit a double exactly, so that the largest stays below 1.
    constexpr unsigned unused = 12;
    return (static_cast<double>(bits >> unused) + 0.5) * 0x1.0p-52;
}

}  // namespace reddline::estimation
