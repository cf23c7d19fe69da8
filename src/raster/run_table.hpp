#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "raster/window.hpp"

namespace reddline::raster {

/// Pixels [first, end) of a row that lie in one area; small, since many zones have millions of them.
///
/// Shapes: row and columns lie within a grid, and so within 32 bits.
struct Span {
    std::int32_t row = 0;
    std::int32_t first = 0;
    std::int32_t end = 0;
    std::uint32_t area = 0;  ///< the area's index, such as that of a zone

    Span() = default;
    constexpr Span(std::int64_t row_of_grid, std::int64_t first_column, std::int64_t end_column, std::uint32_t of_area)
        : row{static_cast<std::int32_t>(row_of_grid)},
          first{static_cast<std::int32_t>(first_column)},
          end{static_cast<std::int32_t>(end_column)},
          area{of_area} {}
    friend auto operator<=>(const Span&, const Span&) = default;
};

/// Pixels [first, end) of a row that all lie in exactly the areas of one set.
///
/// Shapes: columns lie within a grid, and so within 32 bits.
struct Run {
    std::int32_t first = 0;
    std::int32_t end = 0;
    std::uint32_t set = 0;  ///< index into RunTable::sets

    Run() = default;
    constexpr Run(std::int64_t first_column, std::int64_t end_column, std::uint32_t of_set)
        : first{static_cast<std::int32_t>(first_column)}, end{static_cast<std::int32_t>(end_column)}, set{of_set} {}
    [[nodiscard]] constexpr std::int64_t pixels() const { return std::int64_t{end} - first; }
    friend auto operator<=>(const Run&, const Run&) = default;
};

static_assert(sizeof(Span) == 16 && sizeof(Run) == 12);

/// Which areas each pixel lies in, as runs per row; areas may overlap. Pixels in no run lie in no area.
///
/// The same spans give the same table in whatever order they come: rows are sorted, runs of a row are
/// disjoint, sorted and as long as they can be, and sets are numbered in order of their members.
class RunTable {
public:
    /// An empty table.
    RunTable() = default;

    /// Builds the table; spans of one area may repeat or overlap, and count once.
    explicit RunTable(std::vector<Span> spans);

    /// Areas of each set, ascending.
    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& sets() const { return sets_; }
    /// Runs of a row, left to right; empty when the row has none.
    [[nodiscard]] std::span<const Run> runs_of(std::int64_t row) const;
    /// The smallest window that holds every run; empty when there is none.
    [[nodiscard]] Window bounds() const { return bounds_; }
    /// Runs of all rows.
    [[nodiscard]] std::size_t size() const { return runs_.size(); }
    /// Pixels of all runs.
    [[nodiscard]] std::int64_t pixels() const;
    /// True when any run has a pixel inside the window.
    [[nodiscard]] bool touches(const Window& window) const;

    /// Calls `visit(row, first, end, set)` for the parts of the runs inside the window, in reading order.
    template <class Visit>
    void for_each(const Window& window, Visit&& visit) const {
        const Window shared = intersection(window, bounds_);
        if (shared.empty()) return;
        for (std::int64_t row = shared.row; row < shared.end_row(); ++row) {
            const std::span<const Run> runs = runs_of(row);
            auto run = std::ranges::upper_bound(runs, shared.column, {}, &Run::end);
            for (; run != runs.end() && run->first < shared.end_column(); ++run) {
                visit(row, std::max<std::int64_t>(run->first, shared.column),
                      std::min<std::int64_t>(run->end, shared.end_column()), run->set);
            }
        }
    }

    /// A table with these sets, whose rows from `first_row` to before `end_row` hold what `fill(row, runs)` appends to `runs`: from
    /// left to right, disjoint, and where they touch, of other sets.
    template <class Fill>
    [[nodiscard]] static RunTable filled(std::vector<std::vector<std::uint32_t>> sets, std::int64_t first_row,
                                         std::int64_t end_row, const Fill& fill) {
        RunTable table;
        table.sets_ = std::move(sets);
        for (std::int64_t row = first_row; row < end_row; ++row) {
            const std::size_t start = table.runs_.size();
            fill(row, table.runs_);
            table.end_row(row, start);
        }
        return table;
    }

    /// A table with the same sets under the same numbers, and what `choose(row, run, keep)` keeps of each run, from left to
    /// right, by calling `keep` with parts of it.
    template <class Choose>
    [[nodiscard]] RunTable chosen(const Choose& choose) const {
        return filled(sets_, bounds_.row, bounds_.end_row(), [&](std::int64_t row, std::vector<Run>& kept) {
            for (const Run& run : runs_of(row))
                choose(row, run, [&](const Run& part) { kept.push_back(part); });
        });
    }

private:
    /// Takes the runs from `start` on as those of a row, which lies below all others.
    void end_row(std::int64_t row, std::size_t start);

    Window bounds_;
    std::vector<std::vector<std::uint32_t>> sets_;
    std::vector<Run> runs_;
    std::vector<std::size_t> row_start_;  // of row bounds_.row + i in runs_, and last the end of runs_
};

}  // namespace reddline::raster
