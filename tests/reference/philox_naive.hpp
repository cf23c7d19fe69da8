#pragma once

#include <array>
#include <cstdint>

namespace reddline::reference {

/// Philox4x32-10 written from the paper: ten rounds of two multiplications, the key raised between them.
inline std::array<std::uint32_t, 4> philox_naive(std::array<std::uint32_t, 4> counter,
                                                 std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t first = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t second = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {static_cast<std::uint32_t>(second >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
        key = {key[0] + 0x9E3779B9U, key[1] + 0xBB67AE85U};
    }
    return counter;
}

}  // namespace reddline::reference
