#include "kernels/halve.hpp"

#include <algorithm>
#include <array>

namespace reddline::kernels {

namespace {

/// The most frequent of four values, of which 0 does not count.
std::uint16_t mode_of(const std::array<std::uint16_t, 4>& values) noexcept {
    std::uint16_t mode = 0;
    std::ptrdiff_t most = 0;
    for (const std::uint16_t value : values) {
        const std::ptrdiff_t count = value == 0 ? 0 : std::ranges::count(values, value);
        if (count > most) {
            mode = value;
            most = count;
        }
    }
    return mode;
}

}  // namespace

void halve(std::span<const std::uint16_t> values, std::size_t columns, std::size_t rows,
           std::span<std::uint16_t> halved) noexcept {
    const std::size_t width = (columns + 1) / 2;
    for (std::size_t row = 0; row < rows; row += 2) {
        const bool has_below = row + 1 < rows;
        const std::uint16_t* const above = &values[row * columns];
        const std::uint16_t* const below = has_below ? above + columns : above;
        for (std::size_t column = 0; column < columns; column += 2) {
            const bool has_right = column + 1 < columns;
            const std::uint16_t first = above[column];
            const std::uint16_t right = has_right ? above[column + 1] : std::uint16_t{0};
            const std::uint16_t under = has_below ? below[column] : std::uint16_t{0};
            const std::uint16_t last = has_below && has_right ? below[column + 1] : std::uint16_t{0};
            // Most squares are of one value.
            const bool is_even = first == right && first == under && first == last;
            halved[row / 2 * width + column / 2] = is_even ? first : mode_of({first, right, under, last});
        }
    }
}

}  // namespace reddline::kernels
