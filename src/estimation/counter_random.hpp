#pragma once

#include <cstdint>

namespace reddline::estimation {

/// 64 random bits that depend on these three numbers alone: one draw needs no other before it, so any number of threads gives
/// the same bits.
///
/// The first two words of Philox4x32-10 with the seed as key and the counter {index low, index high, variable, 0}; the first word
/// is the lower half.
/// Source: Salmon et al. 2011, doi 10.1145/2063384.2063405
[[nodiscard]] std::uint64_t random_bits(std::uint64_t seed, std::uint64_t index, std::uint32_t variable);

}  // namespace reddline::estimation
