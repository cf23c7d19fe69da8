#pragma once

#include <cstdint>
#include <random>

namespace reddline::reference {

/// Seeded random numbers that are the same with every standard library, which its distributions are not.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : bits_{seed} {}

    /// A whole number in low..high, both included.
    std::int64_t whole(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(bits_() % static_cast<std::uint64_t>(high - low + 1));
    }
    /// A number in [low, high).
    double real(double low, double high) {
        return low + (high - low) * (static_cast<double>(bits_() >> 11U) * 0x1.0p-53);
    }
    /// A multiple of one half in low..high.
    double half(std::int64_t low, std::int64_t high) { return static_cast<double>(whole(2 * low, 2 * high)) / 2.0; }

private:
    std::mt19937_64 bits_;
};

}  // namespace reddline::reference
