#include "raster/halo_plan.hpp"

#include <algorithm>
#include <array>

#include "domain/units.hpp"

namespace reddline::raster {

namespace {

/// What one thread may take, from what keeps two of them and all the rest within 256 MiB to the most; more is taken only
/// where less would cost more than a quarter of the work again.
constexpr double mebibyte = 1024.0 * 1024.0;
constexpr std::array<double, 4> bytes_allowed{80.0 * mebibyte, 160.0 * mebibyte, 320.0 * mebibyte,
                                              most_bytes_per_thread};
constexpr double good_cost = 2.5;

/// Decoded blocks that a thread keeps, beside those of a window: as many again, which the next window may share.
constexpr double kept_windows = 2.0;

/// The filter's own memory: for each pixel that it works on at a time, and how many those are.
constexpr double filter_bytes_per_pixel = 16.0;
constexpr std::int64_t filter_pixels = 131'072;
constexpr std::int64_t filter_halos = 5;

constexpr double masked_and_opened_bytes = 2.0;
constexpr double area_bytes = 8.0;

/// Windows are this many halos high at most: 34 / 32 of the rows are then looked at.
constexpr std::int64_t most_halos_per_side = 32;
constexpr std::array<std::int64_t, 5> square_halos{8, 4, 3, 2, 1};

/// Bands into which the rows in use are cut at least, where native blocks allow it, so that several threads have work.
constexpr std::int64_t least_bands = 4;

std::int64_t rounded_up(std::int64_t number, std::int64_t step) {
    return (number + step - 1) / step * step;
}

/// A window's side with a halo on either side.
std::int64_t side_with_halo(std::int64_t side, std::int64_t halo, std::int64_t grid_side) {
    return std::min(side + 2 * halo, grid_side);
}

/// The side of the native blocks that a side of so many pixels touches, wherever it begins.
std::int64_t decoded_side(std::int64_t side, std::int64_t native_side, std::int64_t grid_side) {
    return std::min(rounded_up(side, native_side) + native_side, rounded_up(grid_side, native_side));
}

/// Window shapes of one grid and halo, and what they take.
class HaloShapes {
public:
    HaloShapes(const std::vector<BlockShape>& native, const Grid& grid, const HaloNeeds& needs)
        : step_{largest_of(native, grid)}, grid_{grid}, needs_{needs} {}

    /// The window of whole native blocks that costs least and takes no more than so many bytes.
    [[nodiscard]] std::optional<BlockShape> cheapest(double most_bytes) const {
        std::optional<BlockShape> best;
        for (std::int64_t columns = step_.columns;; columns = std::min(2 * columns, grid_.columns)) {
            for (std::int64_t rows = step_.rows; rows <= highest();
                 rows += std::max(step_.rows, rounded_up(rows / 8, step_.rows))) {
                const BlockShape window{columns, std::min(rows, grid_.rows)};
                if (bytes(window) <= most_bytes && (!best || cost(window) < cost(*best))) best = window;
            }
            if (columns == grid_.columns) return best;
        }
    }
    /// Sides of so many halos; native blocks that they cut are decoded again.
    [[nodiscard]] BlockShape square(std::int64_t halos) const {
        const std::int64_t side = halos * needs_.halo;
        return {std::min(side, grid_.columns), std::min(side, grid_.rows)};
    }
    [[nodiscard]] double bytes(const BlockShape& window) const {
        const std::int64_t columns = side_with_halo(window.columns, needs_.halo, grid_.columns);
        const std::int64_t rows = side_with_halo(window.rows, needs_.halo, grid_.rows);
        const std::int64_t filter_rows =
            std::min(rows, std::max(filter_halos * needs_.halo, filter_pixels / columns + needs_.halo));
        const bool filters = needs_.halo > 0;
        const double per_pixel = static_cast<double>(needs_.layers) + (filters ? masked_and_opened_bytes : 0.0) +
                                 (needs_.area_per_pixel ? area_bytes : 0.0);
        const std::int64_t decoded =
            decoded_side(columns, step_.columns, grid_.columns) * decoded_side(rows, step_.rows, grid_.rows);
        return per_pixel * static_cast<double>(columns * rows) +
               (filters ? filter_bytes_per_pixel * static_cast<double>(columns * filter_rows) : 0.0) +
               kept_windows * needs_.file_bytes_per_pixel * static_cast<double>(decoded);
    }

    /// Windows are cut to the part in use where native blocks end.
    [[nodiscard]] const BlockShape& step() const { return step_; }
    /// Work per pixel, 2 without a halo: decoding, where a band shares what is beside its windows but not what is above
    /// and below, and filtering, where nothing is shared.
    [[nodiscard]] double cost(const BlockShape& window) const {
        const auto share = [](std::int64_t all, std::int64_t own) {
            return static_cast<double>(all) / static_cast<double>(own);
        };
        const std::int64_t columns = side_with_halo(window.columns, needs_.halo, grid_.columns);
        const std::int64_t rows = side_with_halo(window.rows, needs_.halo, grid_.rows);
        const std::int64_t decoded_rows =
            side_with_halo(window.rows, rounded_up(needs_.halo, step_.rows), rounded_up(grid_.rows, step_.rows));
        return share(decoded_rows, window.rows) + share(columns, window.columns) * share(rows, window.rows);
    }

private:
    /// The highest window that is worth a look.
    [[nodiscard]] std::int64_t highest() const {
        const std::int64_t in_use = needs_.rows_in_use > 0 ? needs_.rows_in_use : grid_.rows;
        const std::int64_t side =
            std::min(std::max(most_halos_per_side * needs_.halo, 10 * step_.rows), in_use / least_bands);
        return std::min(rounded_up(std::max(side, needs_.halo), step_.rows), rounded_up(grid_.rows, step_.rows));
    }

    BlockShape step_;
    const Grid& grid_;
    const HaloNeeds& needs_;
};

}  // namespace

std::int64_t halo_of(double min_area_ha, std::int64_t smallest_pixel_cm2) {
    if (min_area_ha <= 0.0) return 0;
    return (whole_cm2(Hectares::of(min_area_ha)) + smallest_pixel_cm2 - 1) / smallest_pixel_cm2;
}

std::optional<PlanShape> shape_with_halo(const std::vector<BlockShape>& native, const Grid& grid,
                                         const HaloNeeds& needs) {
    if (needs.halo <= 0 || grid.columns <= 0 || grid.rows <= 0) return shape_for(native, grid);
    const HaloShapes shapes(native, grid, needs);
    const auto in_bands = [&](const BlockShape& window) {
        return PlanShape{{grid.columns, window.rows}, window, shapes.step()};
    };
    for (const double most_bytes : bytes_allowed) {
        const auto window = shapes.cheapest(most_bytes);
        if (window && (shapes.cost(*window) <= good_cost || most_bytes == most_bytes_per_thread))
            return in_bands(*window);
    }
    for (const std::int64_t halos : square_halos) {
        if (shapes.bytes(shapes.square(halos)) <= most_bytes_per_thread) return in_bands(shapes.square(halos));
    }
    return std::nullopt;
}

double bytes_per_thread(const BlockShape& window, const std::vector<BlockShape>& native, const Grid& grid,
                        const HaloNeeds& needs) {
    return HaloShapes(native, grid, needs).bytes(window);
}

double least_bytes(const std::vector<BlockShape>& native, const Grid& grid, const HaloNeeds& needs) {
    const HaloShapes shapes(native, grid, needs);
    return shapes.bytes(shapes.square(square_halos.back()));
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

std::int64_t pixels_with_halo(const std::vector<Band>& plan, std::int64_t halo, const Grid& grid) {
    const Window whole{.columns = grid.columns, .rows = grid.rows};
    std::int64_t pixels = 0;
    for (const Band& band : plan) {
        for (const Window& window : band)
            pixels += grown(window, halo, whole).pixels();
    }
    return pixels;
}

}  // namespace reddline::raster
