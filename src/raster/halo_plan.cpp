#include "raster/halo_plan.hpp"

#include <algorithm>

#include "domain/units.hpp"

namespace reddline::raster {

namespace {

/// What one thread filters in about a second: a stop signal waits for the end of a block.
constexpr std::int64_t pixels_per_second = 16'000'000;
constexpr std::int64_t most_halos_per_side = 8;     // (10 / 8)^2: a block reads about half its pixels again
constexpr std::int64_t least_halos_for_a_stop = 2;  // (4 / 2)^2: below that, reading less again is worth more
constexpr std::int64_t least_halos_per_side = 1;    // (3 / 1)^2: below that, nearly all that is read is halo

/// Bytes per pixel of a window beside the files' own: cover, loss and land (1 each), the area of the pixel (8), the
/// cover before and after the filter (1 each), and the filter's workspace (16, when one band of it holds the window).
constexpr double fixed_bytes_per_pixel = 29.0;
constexpr double bytes_per_strata_code = 2.0;

std::int64_t rounded_up(std::int64_t number, std::int64_t step) {
    return (number + step - 1) / step * step;
}

/// The largest native block, within the grid.
BlockShape largest_of(const std::vector<BlockShape>& native, const Grid& grid) {
    BlockShape largest{1, 1};
    for (const BlockShape& block : native) {
        largest.columns = std::max(largest.columns, block.columns);
        largest.rows = std::max(largest.rows, block.rows);
    }
    return {std::min(largest.columns, grid.columns), std::min(largest.rows, grid.rows)};
}

/// A window's side: a block's with a halo on either side.
std::int64_t window_side(std::int64_t block_side, std::int64_t halo, std::int64_t grid_side) {
    return std::min(block_side + 2 * halo, grid_side);
}

/// The side of the native blocks that a window of this side touches, wherever it begins.
std::int64_t decoded_side(std::int64_t window_side, std::int64_t native_side, std::int64_t grid_side) {
    return std::min(rounded_up(window_side, native_side) + native_side, rounded_up(grid_side, native_side));
}

/// Block shapes of one grid and halo, and what they take.
class HaloShapes {
public:
    HaloShapes(const std::vector<BlockShape>& native, const Grid& grid, const HaloNeeds& needs)
        : step_{largest_of(native, grid)}, plain_{shape_for(native, grid)}, grid_{grid}, needs_{needs} {}

    /// Sides of at least so many halos that cut no native block.
    [[nodiscard]] BlockShape whole_native(std::int64_t halos) const {
        const std::int64_t side = halos * needs_.halo;
        return {std::min(std::max(plain_.columns, rounded_up(side, step_.columns)), grid_.columns),
                std::min(std::max(plain_.rows, rounded_up(side, step_.rows)), grid_.rows)};
    }
    /// Sides of so many halos; native blocks that they cut are decoded again.
    [[nodiscard]] BlockShape square(std::int64_t halos) const {
        const std::int64_t side = halos * needs_.halo;
        return {std::min(side, grid_.columns), std::min(side, grid_.rows)};
    }
    [[nodiscard]] std::int64_t window_pixels(const BlockShape& shape) const {
        return window_side(shape.columns, needs_.halo, grid_.columns) *
               window_side(shape.rows, needs_.halo, grid_.rows);
    }
    [[nodiscard]] double bytes(const BlockShape& shape) const {
        const double pixel_bytes =
            fixed_bytes_per_pixel + bytes_per_strata_code * static_cast<double>(needs_.strata_maps);
        const std::int64_t decoded_pixels =
            decoded_side(window_side(shape.columns, needs_.halo, grid_.columns), step_.columns, grid_.columns) *
            decoded_side(window_side(shape.rows, needs_.halo, grid_.rows), step_.rows, grid_.rows);
        return pixel_bytes * static_cast<double>(window_pixels(shape)) +
               needs_.file_bytes_per_pixel * static_cast<double>(decoded_pixels);
    }
    [[nodiscard]] bool fits(const BlockShape& shape) const { return bytes(shape) <= most_bytes_per_thread; }

private:
    BlockShape step_;
    BlockShape plain_;
    const Grid& grid_;
    const HaloNeeds& needs_;
};

}  // namespace

std::int64_t halo_of(double min_area_ha, std::int64_t smallest_pixel_cm2) {
    if (min_area_ha <= 0.0) return 0;
    return (whole_cm2(Hectares::of(min_area_ha)) + smallest_pixel_cm2 - 1) / smallest_pixel_cm2;
}

std::optional<BlockShape> shape_with_halo(const std::vector<BlockShape>& native, const Grid& grid,
                                          const HaloNeeds& needs) {
    if (needs.halo <= 0 || grid.columns <= 0 || grid.rows <= 0) return shape_for(native, grid);
    const HaloShapes shapes(native, grid, needs);
    for (std::int64_t halos = most_halos_per_side; halos >= least_halos_for_a_stop; --halos) {
        const BlockShape shape = shapes.whole_native(halos);
        if (shapes.window_pixels(shape) <= pixels_per_second && shapes.fits(shape)) return shape;
    }
    for (std::int64_t halos = most_halos_per_side; halos >= least_halos_per_side; --halos) {
        const BlockShape shape = shapes.whole_native(halos);
        if (shapes.fits(shape)) return shape;
    }
    for (std::int64_t halos = most_halos_per_side; halos >= least_halos_per_side; --halos) {
        const BlockShape shape = shapes.square(halos);
        if (shapes.fits(shape)) return shape;
    }
    return std::nullopt;
}

double least_bytes(const std::vector<BlockShape>& native, const Grid& grid, const HaloNeeds& needs) {
    const HaloShapes shapes(native, grid, needs);
    return shapes.bytes(shapes.square(least_halos_per_side));
}

std::int64_t largest_halo(const std::vector<BlockShape>& native, const Grid& grid, HaloNeeds needs) {
    std::int64_t possible = 0;
    std::int64_t end = needs.halo + 1;
    while (end - possible > 1) {
        needs.halo = possible + (end - possible) / 2;
        (shape_with_halo(native, grid, needs) ? possible : end) = needs.halo;
    }
    return possible;
}

std::int64_t pixels_with_halo(const std::vector<Window>& plan, std::int64_t halo, const Grid& grid) {
    const Window whole{.columns = grid.columns, .rows = grid.rows};
    std::int64_t pixels = 0;
    for (const Window& window : plan)
        pixels += grown(window, halo, whole).pixels();
    return pixels;
}

}  // namespace reddline::raster
