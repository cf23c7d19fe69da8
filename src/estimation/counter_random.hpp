#pragma once

#include <cstdint>

namespace reddline::estimation {

/// 64 random bits that depend on these three numbers alone: Philox4x32-10 with the key `seed` and the counter {low and high
/// half of `index`, `variable`, 0}; the first two words of its result, the first in the low half.
///
/// Source: Salmon et al. 2011, Parallel random numbers: as easy as 1, 2, 3, doi 10.1145/2063384.2063405
[[nodiscard]] std::uint64_t random_bits(std::uint64_t seed, std::uint64_t index, std::uint32_t variable);

/// Random bits as a number between 0 and 1, both excluded: the middle of one of 2^52 parts of equal length.
[[nodiscard]] double unit_number(std::uint64_t bits);

}  // namespace reddline::estimation
