#pragma once

#include <cstdint>
#include <vector>

namespace reddline {

/// A picture of columns x rows pixels, four bytes each: red, green, blue, and how opaque, row by row from the top.
struct Picture {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    std::vector<std::uint8_t> rgba;
};

}  // namespace reddline
