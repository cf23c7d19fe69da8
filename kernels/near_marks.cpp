#include "kernels/near_marks.hpp"

#include <algorithm>

namespace reddline::kernels {

namespace {

constexpr std::uint8_t in_row = 1;
constexpr std::uint8_t below = 2;

/// Steps since the last mark, `beyond` for as good as never.
constexpr std::uint16_t next_age(bool is_mark, std::uint16_t age, std::uint16_t beyond) noexcept {
    if (is_mark) return 0;
    return std::min(static_cast<std::uint16_t>(age + 1), beyond);
}

void near_in_row(std::span<const std::uint8_t> marks, std::uint16_t reach, std::span<std::uint8_t> near) noexcept {
    const auto beyond = static_cast<std::uint16_t>(reach + 1);
    std::uint16_t age = beyond;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        age = next_age(marks[i] != 0, age, beyond);
        near[i] = age <= reach ? in_row : std::uint8_t{0};
    }
    age = beyond;
    for (std::size_t i = marks.size(); i-- > 0;) {
        age = next_age(marks[i] != 0, age, beyond);
        if (age <= reach) near[i] = in_row;
    }
}

}  // namespace

void near_marks(std::span<const std::uint8_t> marks, std::size_t columns, std::uint16_t reach,
                std::span<std::uint16_t> ages, std::span<std::uint8_t> near) noexcept {
    if (columns == 0) return;
    const std::size_t rows = marks.size() / columns;
    const auto beyond = static_cast<std::uint16_t>(reach + 1);
    std::ranges::fill(ages, beyond);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto line = near.subspan(row * columns, columns);
        near_in_row(marks.subspan(row * columns, columns), reach, line);
        for (std::size_t i = 0; i < columns; ++i) {
            ages[i] = next_age(line[i] == in_row, ages[i], beyond);
            if (ages[i] <= reach) line[i] |= below;
        }
    }
    std::ranges::fill(ages, beyond);
    for (std::size_t row = rows; row-- > 0;) {
        const auto line = near.subspan(row * columns, columns);
        for (std::size_t i = 0; i < columns; ++i) {
            ages[i] = next_age((line[i] & in_row) != 0, ages[i], beyond);
            line[i] = line[i] >= below || ages[i] <= reach ? std::uint8_t{1} : std::uint8_t{0};
        }
    }
}

}  // namespace reddline::kernels
