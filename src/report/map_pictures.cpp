#include "report/map_pictures.hpp"

#include <algorithm>
#include <cstddef>

#include "report/map_colours.hpp"

namespace reddline::report {

namespace {

constexpr std::uint8_t opaque = 255;

/// A picture whose n-th pixel is `colour_of(cell, opacity)` of the n-th cell that lies in a zone.
template <class Paint>
Picture painted(const MapCells& map, const Paint& paint) {
    Picture picture{map.columns, map.rows, std::vector<std::uint8_t>(map.cells.size() * 4)};
    for (std::size_t i = 0; i < map.cells.size(); ++i) {
        if (map.cells[i].inside > 0) paint(map.cells[i], &picture.rgba[4 * i]);
    }
    return picture;
}

Colour share_colour(const MapCell& cell) {
    if (cell.forest == 0) return colour_of_open_land_loss;
    const auto found = std::ranges::find_if(share_classes, [&](const ShareClass& one) {
        return 100 * cell.lost <= static_cast<std::uint64_t>(one.most_pct) * cell.forest;
    });
    return found->colour;
}

std::uint8_t mean(std::uint64_t sum, std::uint64_t count) {
    return static_cast<std::uint8_t>((sum + count / 2) / count);
}

}  // namespace

Picture share_picture(const MapCells& map) {
    return painted(map, [](const MapCell& cell, std::uint8_t* pixel) {
        const Colour colour = share_colour(cell);
        std::ranges::copy(std::array{colour.red, colour.green, colour.blue, opaque}, pixel);
    });
}

Picture mean_picture(const MapCells& map) {
    const auto pixels = static_cast<std::uint64_t>(map.side * map.side);
    return painted(map, [&](const MapCell& cell, std::uint8_t* pixel) {
        std::ranges::copy(std::array{mean(cell.red, cell.inside), mean(cell.green, cell.inside),
                                     mean(cell.blue, cell.inside), mean(opaque * cell.inside, pixels)},
                          pixel);
    });
}

}  // namespace reddline::report
