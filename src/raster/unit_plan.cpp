#include "raster/unit_plan.hpp"

#include <algorithm>
#include <utility>

#include "raster/halo_plan.hpp"

namespace reddline::raster {

namespace {

/// Finds the first tile that a window meets; neighbours mostly meet the same one.
class TileFinder {
public:
    explicit TileFinder(const std::vector<Window>& tiles) : tiles_{tiles} {}

    std::size_t tile_of(const Window& window) {
        const bool is_inside_last = intersection(tiles_[last_], window) == window;
        if (is_inside_last) return last_;
        const auto tile =
            std::ranges::find_if(tiles_, [&](const Window& place) { return !intersection(place, window).empty(); });
        if (tile != tiles_.end()) last_ = static_cast<std::size_t>(tile - tiles_.begin());
        return last_;
    }

private:
    const std::vector<Window>& tiles_;
    std::size_t last_ = 0;
};

}  // namespace

std::vector<UnitPlan> unit_plans(const std::vector<Band>& plan, const std::vector<Window>& tiles,
                                 std::int64_t most_pixels, std::int64_t halo, const Grid& grid) {
    std::vector<std::vector<Band>> by_tile(tiles.size());
    TileFinder finder(tiles);
    for (const Band& band : plan) {
        std::vector<bool> is_begun(tiles.size());
        for (const Window& window : band) {
            const std::size_t tile = finder.tile_of(window);
            if (!is_begun[tile]) by_tile[tile].emplace_back();
            is_begun[tile] = true;
            by_tile[tile].back().push_back(window);
        }
    }
    std::vector<UnitPlan> units;
    for (std::size_t tile = 0; tile < tiles.size(); ++tile) {
        std::int64_t pixels = most_pixels;
        for (Band& band : by_tile[tile]) {
            if (pixels >= most_pixels) {
                units.push_back({tile, {}});
                pixels = 0;
            }
            pixels += pixels_with_halo({band}, halo, grid);
            units.back().bands.push_back(std::move(band));
        }
    }
    return units;
}

Window bounds_of(const UnitPlan& unit) {
    Window bounds = unit.bands.front().front();
    for (const Band& band : unit.bands) {
        for (const Window& window : band) {
            const std::int64_t column = std::min(bounds.column, window.column);
            const std::int64_t row = std::min(bounds.row, window.row);
            bounds = {column, row, std::max(bounds.end_column(), window.end_column()) - column,
                      std::max(bounds.end_row(), window.end_row()) - row};
        }
    }
    return bounds;
}

}  // namespace reddline::raster
