#include "raster/block_plan.hpp"

#include <algorithm>
#include <cstddef>

namespace reddline::raster {

namespace {

/// Enough pixels that the work on a window outweighs the work of handing it out.
constexpr std::int64_t enough_pixels = 131'072;

/// More pixels than a window should have when its layers are to stay in a processor's cache.
constexpr std::int64_t many_pixels = 1'048'576;

/// Where native blocks do not fit each other, those that a band cuts are decoded for the next band again: a quarter of
/// them at most.
constexpr std::int64_t blocks_per_band = 4;

/// The smallest multiple of `step` that gives enough pixels together with `other_side`, or the whole side of
/// the grid.
std::int64_t grown_side(std::int64_t step, std::int64_t other_side, std::int64_t grid_side) {
    const std::int64_t pixels_per_step = step * other_side;
    const std::int64_t steps = (enough_pixels + pixels_per_step - 1) / pixels_per_step;
    return std::min(steps * step, grid_side);
}

/// True when every block fits a whole number of times into the largest one.
bool fit_each_other(const std::vector<BlockShape>& native) {
    BlockShape largest;
    for (const BlockShape& block : native)
        largest = {std::max(largest.columns, block.columns), std::max(largest.rows, block.rows)};
    return std::ranges::all_of(native, [&](const BlockShape& block) {
        return largest.columns % block.columns == 0 && largest.rows % block.rows == 0;
    });
}

/// The smallest part of a window that holds what runs use of it; nothing where `end_row` is not beyond `row`.
struct UsedPart {
    std::int64_t column = 0;
    std::int64_t row = 0;
    std::int64_t end_column = 0;
    std::int64_t end_row = 0;

    [[nodiscard]] bool empty() const { return end_row <= row; }
    void add(std::int64_t of_row, std::int64_t first, std::int64_t end) {
        column = std::min(column, first);
        row = std::min(row, of_row);
        end_column = std::max(end_column, end);
        end_row = of_row + 1;
    }
};

/// What runs use of each window of a strip of the grid, from left to right.
std::vector<UsedPart> used_parts(const Window& strip, std::int64_t columns, const RunTable& runs) {
    const UsedPart nothing{strip.end_column(), strip.end_row(), strip.column, strip.row};
    std::vector<UsedPart> used(static_cast<std::size_t>((strip.columns + columns - 1) / columns), nothing);
    // Going through the runs once costs less than asking the runs for each window; a row goes from left to right.
    std::int64_t last_row = strip.row - 1;
    std::size_t place = 0;
    std::int64_t end_of_place = 0;
    runs.for_each(strip, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t) {
        if (row != last_row) {
            place = 0;
            end_of_place = strip.column + columns;
            last_row = row;
        }
        for (; end_of_place <= first; end_of_place += columns)
            ++place;
        for (; end_of_place < end; end_of_place += columns) {
            used[place++].add(row, first, end_of_place);
            first = end_of_place;
        }
        used[place].add(row, first, end);
    });
    return used;
}

/// The window cut to what is used of it, in steps of the grid; a step of 0 does not cut.
Window cut_to(const Window& window, const UsedPart& used, const BlockShape& step) {
    if (step.columns <= 0 || step.rows <= 0) return window;
    const std::int64_t column = used.column / step.columns * step.columns;
    const std::int64_t row = used.row / step.rows * step.rows;
    return intersection(window,
                        {column, row, (used.end_column - column + step.columns - 1) / step.columns * step.columns,
                         (used.end_row - row + step.rows - 1) / step.rows * step.rows});
}

Band windows_of(const Window& band, const PlanShape& shape, const RunTable& runs) {
    Band windows;
    const auto [columns, rows] = shape.window;
    for (std::int64_t row = band.row; row < band.end_row(); row += rows) {
        const Window strip = intersection({band.column, row, band.columns, rows}, band);
        const std::vector<UsedPart> used = used_parts(strip, columns, runs);
        for (std::size_t place = 0; place < used.size(); ++place) {
            if (used[place].empty()) continue;
            const std::int64_t column = band.column + static_cast<std::int64_t>(place) * columns;
            windows.push_back(cut_to(intersection({column, row, columns, rows}, band), used[place], shape.step));
        }
    }
    return windows;
}

}  // namespace

BlockShape largest_of(const std::vector<BlockShape>& native, const Grid& grid) {
    BlockShape largest{1, 1};
    for (const BlockShape& block : native) {
        largest.columns = std::max(largest.columns, block.columns);
        largest.rows = std::max(largest.rows, block.rows);
    }
    return {std::min(largest.columns, grid.columns), std::min(largest.rows, grid.rows)};
}

PlanShape shape_for(const std::vector<BlockShape>& native, const Grid& grid) {
    if (grid.columns <= 0 || grid.rows <= 0) return {};
    BlockShape largest = largest_of(native, grid);
    // Without native blocks every cut costs the same, and whole rows cut least.
    if (native.empty()) largest.columns = grid.columns;
    const bool fit = fit_each_other(native);
    if (fit && largest.columns * largest.rows <= many_pixels) {
        BlockShape window = largest;
        window.rows = grown_side(window.rows, window.columns, grid.rows);
        window.columns = grown_side(window.columns, window.rows, grid.columns);
        return {window, window, {}};
    }
    const BlockShape band{grid.columns, std::min(fit ? largest.rows : blocks_per_band * largest.rows, grid.rows)};
    const bool has_strips = largest.columns == grid.columns;
    const BlockShape window{largest.columns, has_strips ? grown_side(1, largest.columns, band.rows) : band.rows};
    return {band, window, {}};
}

BlockShape cell_shape_for(const std::vector<BlockShape>& native, const Grid& grid) {
    constexpr std::int64_t enough_for_a_cell = 16'384;
    BlockShape cell = largest_of(native, grid);
    while (cell.columns * cell.rows < enough_for_a_cell && (cell.columns < grid.columns || cell.rows < grid.rows)) {
        const bool widen = cell.columns < grid.columns && (cell.columns <= cell.rows || cell.rows == grid.rows);
        if (widen) cell.columns = std::min(2 * cell.columns, grid.columns);
        if (!widen) cell.rows = std::min(2 * cell.rows, grid.rows);
    }
    return cell;
}

std::vector<Band> plan_bands(const Grid& grid, const PlanShape& shape, const RunTable& runs) {
    std::vector<Band> plan;
    const Window whole{.columns = grid.columns, .rows = grid.rows};
    if (whole.empty() || shape.band.columns <= 0 || shape.band.rows <= 0) return plan;
    const Window bounds = intersection(whole, runs.bounds());
    const std::int64_t first_row = bounds.empty() ? grid.rows : bounds.row / shape.band.rows * shape.band.rows;
    for (std::int64_t row = first_row; row < bounds.end_row(); row += shape.band.rows) {
        const Window strip = intersection({.row = row, .columns = grid.columns, .rows = shape.band.rows}, whole);
        const std::vector<UsedPart> used = used_parts(strip, shape.band.columns, runs);
        for (std::size_t place = 0; place < used.size(); ++place) {
            if (used[place].empty()) continue;
            const std::int64_t column = static_cast<std::int64_t>(place) * shape.band.columns;
            const Window band = intersection({column, row, shape.band.columns, shape.band.rows}, whole);
            plan.push_back(shape.band == shape.window ? Band{cut_to(band, used[place], shape.step)}
                                                      : windows_of(band, shape, runs));
        }
    }
    return plan;
}

std::vector<Band> joined_bands(const std::vector<Band>& plan, std::size_t windows) {
    std::vector<Band> joined;
    for (const Band& band : plan) {
        if (joined.empty() || joined.back().size() >= windows) joined.emplace_back();
        joined.back().insert(joined.back().end(), band.begin(), band.end());
    }
    return joined;
}

std::size_t windows_in(const std::vector<Band>& plan) {
    std::size_t windows = 0;
    for (const Band& band : plan)
        windows += band.size();
    return windows;
}

std::int64_t pixels_in(const std::vector<Band>& plan) {
    std::int64_t pixels = 0;
    for (const Band& band : plan) {
        for (const Window& window : band)
            pixels += window.pixels();
    }
    return pixels;
}

}  // namespace reddline::raster
