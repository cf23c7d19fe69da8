#pragma once

#include <cstdint>

namespace reddline::kernels {

/// The lower of two bytes. By value, unlike std::min, so that the compiler sees a minimum and not a choice of places in
/// memory, and takes many at a time.
struct Lower {
    constexpr std::uint8_t operator()(std::uint8_t a, std::uint8_t b) const { return a < b ? a : b; }
};

/// The higher of two bytes; see Lower.
struct Higher {
    constexpr std::uint8_t operator()(std::uint8_t a, std::uint8_t b) const { return a < b ? b : a; }
};

inline constexpr Lower lower;    ///< lower(a, b)
inline constexpr Higher higher;  ///< higher(a, b)

}  // namespace reddline::kernels
