#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace reddline::store {

/// Where the bytes of a cell are, and what they must be.
struct CellPlace {
    std::uint64_t first = 0;
    std::uint64_t bytes = 0;  ///< 0 = the cell is not there
    std::uint64_t sum = 0;    ///< the first eight bytes of their SHA-256
    friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

/// Bytes that a place takes.
inline constexpr std::size_t place_bytes = 24;

/// Bytes as their sum.
[[nodiscard]] std::uint64_t sum_of(std::string_view bytes);

/// A place as bytes, the same on every machine.
[[nodiscard]] std::string encoded(const CellPlace& place);

/// The place that `encoded` made these bytes of.
///
/// Shapes: `bytes` holds place_bytes.
[[nodiscard]] CellPlace place_in(std::string_view bytes);

}  // namespace reddline::store
