#include "domain/map_values.hpp"

#include <algorithm>

namespace reddline {

MapValues::MapValues(std::size_t strata, std::uint8_t last_code) : strata_{strata}, last_code_{last_code}, step_{0} {
    constexpr std::uint16_t marks = 4;
    constexpr std::uint16_t for_people = 100;
    const auto codes = static_cast<std::uint16_t>(last_code + 1);
    step_ = std::max(marks, codes);
    if (!fit_byte()) step_ = std::max(for_people, codes);
}

}  // namespace reddline
