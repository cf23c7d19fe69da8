#pragma once

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace reddline::reference {

/// near_marks, pixel by pixel over all pixels.
inline std::vector<std::uint8_t> near_marks_naive(const std::vector<std::uint8_t>& marks, std::int64_t columns,
                                                  std::int64_t reach) {
    std::vector<std::uint8_t> near(marks.size(), 0);
    const auto count = static_cast<std::int64_t>(marks.size());
    for (std::int64_t to = 0; to < count; ++to) {
        for (std::int64_t from = 0; from < count; ++from) {
            const bool is_near =
                std::abs(to / columns - from / columns) <= reach && std::abs(to % columns - from % columns) <= reach;
            if (is_near && marks[static_cast<std::size_t>(from)] != 0) near[static_cast<std::size_t>(to)] = 1;
        }
    }
    return near;
}

}  // namespace reddline::reference
