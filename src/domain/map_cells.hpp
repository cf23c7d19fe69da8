#pragma once

#include <cstdint>
#include <vector>

namespace reddline {

/// What the pixels of one cell of a small picture come to: pixels by kind, and the sums of their colours.
struct MapCell {
    std::uint64_t inside = 0;  ///< in a zone
    std::uint64_t forest = 0;  ///< of them, forest in 2000
    std::uint64_t lost = 0;    ///< of them, lost in the years that are asked for
    std::uint64_t red = 0;
    std::uint64_t green = 0;
    std::uint64_t blue = 0;
};

/// A map as square cells of `side` pixels, row by row; cells at the right and lower edge may reach beyond the map.
struct MapCells {
    std::int64_t side = 1;
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    std::vector<MapCell> cells;
};

}  // namespace reddline
