#include "raster/block_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

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
    void add(std::int64_t of_row, std::int64_t to_row, std::int64_t first, std::int64_t end) {
        column = std::min(column, first);
        row = std::min(row, of_row);
        end_column = std::max(end_column, end);
        end_row = std::max(end_row, to_row);
    }
};

/// Windows of a strip, from `place` to before `end_place`, whose whole width is used in some rows.
struct WholeWidths {
    std::size_t place = 0;
    std::size_t end_place = 0;
    std::int64_t row = 0;
    std::int64_t end_row = 0;
};

/// Learns what runs use of each window of a strip of the grid. A row mostly uses the same windows as the one above it, which
/// then need not be touched one by one.
class StripUse {
public:
    StripUse(const Window& strip, std::int64_t columns)
        : strip_{strip},
          columns_{columns},
          used_(static_cast<std::size_t>((strip.columns + columns - 1) / columns),
                UsedPart{strip.end_column(), strip.end_row(), strip.column, strip.row}) {}

    /// Runs come row by row, each row from left to right.
    void add(std::int64_t row, std::int64_t first, std::int64_t end) {
        if (row != last_row_) run_ = 0;
        last_row_ = row;
        const std::size_t place = place_of(first);
        const std::size_t last_place = place_of(end - 1);
        used_[place].add(row, row + 1, first, std::min(end, end_of(place)));
        if (place == last_place) return;
        used_[last_place].add(row, row + 1, end_of(last_place - 1), end);
        if (place + 1 < last_place) add_whole(place + 1, last_place, row);
    }

    /// What is used of each window, from left to right.
    [[nodiscard]] std::vector<UsedPart> parts() && {
        for (const WholeWidths& whole : whole_)
            put(whole);
        return std::move(used_);
    }

private:
    [[nodiscard]] std::size_t place_of(std::int64_t column) const {
        return static_cast<std::size_t>((column - strip_.column) / columns_);
    }
    [[nodiscard]] std::int64_t end_of(std::size_t place) const {
        return strip_.column + static_cast<std::int64_t>(place + 1) * columns_;
    }

    void add_whole(std::size_t place, std::size_t end_place, std::int64_t row) {
        if (run_ == whole_.size()) whole_.push_back({place, end_place, row, row});
        WholeWidths& above = whole_[run_++];
        const bool goes_on = above.place == place && above.end_place == end_place && above.end_row == row;
        if (!goes_on) {
            put(above);
            above = {place, end_place, row, row};
        }
        above.end_row = row + 1;
    }

    void put(const WholeWidths& whole) {
        if (whole.row == whole.end_row) return;
        for (std::size_t place = whole.place; place < whole.end_place; ++place)
            used_[place].add(whole.row, whole.end_row, end_of(place) - columns_, end_of(place));
    }

    Window strip_;
    std::int64_t columns_;
    std::vector<UsedPart> used_;
    std::vector<WholeWidths> whole_;  // of the run that was the n-th of its row to use any
    std::size_t run_ = 0;             // the place there of the row's next one
    std::int64_t last_row_ = -1;
};

/// What runs use of each window of a strip of the grid, from left to right.
std::vector<UsedPart> used_parts(const Window& strip, std::int64_t columns, const RunTable& runs) {
    StripUse use(strip, columns);
    runs.for_each(strip, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t) {
        use.add(row, first, end);
    });
    return std::move(use).parts();
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
