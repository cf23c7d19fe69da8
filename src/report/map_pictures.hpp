#pragma once

#include <array>

#include "domain/map_cells.hpp"
#include "domain/map_look.hpp"
#include "domain/picture.hpp"

namespace reddline::report {

/// A class of the share of forest that was lost, and its colour.
struct ShareClass {
    int most_pct = 0;  ///< the largest share in it
    Colour colour;
};
/// From none to all; a cell belongs to the first class that holds its share.
inline constexpr std::array share_classes{ShareClass{0, {0xd5, 0xe8, 0xd4}},  ShareClass{2, {0xf7, 0xd9, 0xa4}},
                                          ShareClass{10, {0xec, 0xa3, 0x4f}}, ShareClass{25, {0xd4, 0x60, 0x37}},
                                          ShareClass{50, {0x94, 0x22, 0x55}}, ShareClass{100, {0x2b, 0x0a, 0x3d}}};

/// Cells by the share of their forest that was lost; cells without forest are grey, cells outside every zone transparent.
[[nodiscard]] Picture share_picture(const MapCells& map);

/// Cells in the mean colour of their pixels that lie in a zone, as opaque as they fill the cell.
[[nodiscard]] Picture mean_picture(const MapCells& map);

}  // namespace reddline::report
