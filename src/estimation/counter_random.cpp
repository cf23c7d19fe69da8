#include "estimation/counter_random.hpp"

#include <Random123/philox.h>

namespace reddline::estimation {

std::uint64_t random_bits(std::uint64_t seed, std::uint64_t index, std::uint32_t variable) {
    constexpr unsigned half = 32;
    const auto low = [](std::uint64_t number) { return static_cast<std::uint32_t>(number); };
    const auto high = [](std::uint64_t number) { return static_cast<std::uint32_t>(number >> half); };
    const r123::Philox4x32::ctr_type counter{{low(index), high(index), variable, 0}};
    const r123::Philox4x32::key_type key{{low(seed), high(seed)}};
    const auto words = r123::Philox4x32{}(counter, key);
    return (std::uint64_t{words[1]} << half) | words[0];
}

}  // namespace reddline::estimation
