#include "domain/statement.hpp"

#include <algorithm>

namespace reddline {

std::span<const ReadingResult> readings_of(std::span<const ReadingResult> readings, std::size_t zone) {
    const auto [first, last] = std::ranges::equal_range(readings, zone, {}, &ReadingResult::zone);
    return {first, last};
}

}  // namespace reddline
