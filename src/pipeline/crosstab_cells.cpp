#include "pipeline/crosstab_cells.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "pipeline/ordered_map.hpp"
#include "pipeline/spread.hpp"
#include "pipeline/window_counter.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

namespace {

/// What a window holds of a cell, or why it cannot be counted.
struct CellPart {
    std::size_t cell = 0;
    std::int64_t pixels = 0;
    std::vector<CellTable> tables;  // one per minimum area
    std::optional<Error> error;
};

/// One zone that is all of the grid.
raster::RunTable whole_grid(const raster::Grid& grid) {
    std::vector<raster::Span> spans;
    for (std::int64_t row = 0; row < grid.rows; ++row)
        spans.push_back({row, 0, grid.columns, 0});
    return raster::RunTable(std::move(spans));
}

/// True for an error of single pixels, which costs their cell alone; any other would meet all cells.
bool is_of_pixels(const Error& error) {
    return error.code() == ErrorCode::corrupt_raster || error.code() == ErrorCode::code_unlisted ||
           error.code() == ErrorCode::code_not_whole;
}

/// Reads a window; the error of its pixels, or nothing where all can be read.
std::optional<Error> read_error(const raster::Window& window, WindowCounter& counter) {
    try {
        counter.read(window);
    } catch (const Error& error) {
        if (!is_of_pixels(error)) throw;
        return error;
    }
    return std::nullopt;
}

/// A part of a cell that lies in the window read last.
CellPart counted_part(std::size_t cell, const raster::Window& pixels, const raster::RunTable& everything,
                      WindowCounter& counter) {
    CellPart part{cell, pixels.pixels(), {}, std::nullopt};
    try {
        counter.count(pixels, everything);
    } catch (const Error& error) {
        if (!is_of_pixels(error)) throw;
        part.error = error;
    }
    for (const CrosstabSum& sum : counter.take())
        part.tables.push_back(sum.as_cell());
    return part;
}

/// The cells under a window, counted one by one. Where the window cannot be read, each is read by itself.
std::vector<CellPart> count_parts(const raster::Window& window, const raster::CellLattice& lattice,
                                  const raster::RunTable& everything, WindowCounter& counter) {
    std::vector<CellPart> parts;
    const bool is_read = !read_error(window, counter);
    lattice.for_each(window, [&](std::size_t cell, const raster::Window& pixels) {
        const std::optional<Error> error = is_read ? std::nullopt : read_error(pixels, counter);
        parts.push_back(error ? CellPart{cell, pixels.pixels(), {}, error}
                              : counted_part(cell, pixels, everything, counter));
    });
    return parts;
}

/// Puts the parts of cells together and hands on each cell once all of its pixels are there.
class CellAssembly {
public:
    CellAssembly(const raster::CellLattice& lattice, const CrosstabRules& rules, const CellKeeper& keeper)
        : lattice_{lattice}, empty_({.last_loss_code = rules.codes.last_code()}), keeper_{keeper} {}

    void add(CellPart part) {
        const std::int64_t pixels = lattice_.window_of(part.cell).pixels();
        if (part.pixels < pixels) part = joined(std::move(part));
        if (part.pixels < pixels) return;
        waiting_.erase(part.cell);
        if (part.error) {
            keeper_.leave_out(part.cell, *part.error);
        } else {
            keeper_.keep(part.cell, part.tables);
        }
    }

private:
    /// The part with all others of its cell that have come so far; it waits for the rest.
    CellPart joined(CellPart part) {
        const auto [place, is_first] = waiting_.try_emplace(part.cell, part);
        CellPart& all = place->second;
        if (is_first) return all;
        all.pixels += part.pixels;
        if (!all.error) all.error = part.error;
        for (std::size_t i = 0; !all.error && i < all.tables.size(); ++i) {
            CrosstabSum sum = empty_;
            sum.add(0, std::vector{std::move(all.tables[i]), std::move(part.tables[i])});
            all.tables[i] = sum.as_cell();
        }
        return all;
    }

    const raster::CellLattice& lattice_;
    CrosstabSum empty_;
    const CellKeeper& keeper_;
    std::map<std::size_t, CellPart> waiting_;
};

}  // namespace

void count_cells(const std::vector<raster::Band>& plan, const raster::Grid& grid, const raster::CellLattice& lattice,
                 const raster::OpenStack& open_stack, const CrosstabRules& rules, const PassControl& control,
                 const CellKeeper& keeper) {
    const raster::RunTable everything = whole_grid(grid);
    CellAssembly assembly(lattice, rules, keeper);
    std::size_t bands = 0;
    std::size_t done = 0;
    tbb::enumerable_thread_specific<std::unique_ptr<WindowCounter>> counters;
    const auto parts_of = [&](const raster::Window& window) {
        std::unique_ptr<WindowCounter>& counter = counters.local();
        if (!counter) counter = std::make_unique<WindowCounter>(open_stack(), grid, rules);
        return count_parts(window, lattice, everything, *counter);
    };
    run_beside(control.threads, control.beside, [&] {
        ordered_map(
            plan.size(), control.threads, control.stop,
            [&](std::size_t i) {
                std::vector<CellPart> parts;
                for (const raster::Window& window : plan[i]) {
                    expect_running(control.stop);
                    for (CellPart& part : parts_of(window))
                        parts.push_back(std::move(part));
                }
                return parts;
            },
            [&](std::vector<CellPart> parts) {
                done += plan[bands++].size();
                for (CellPart& part : parts)
                    assembly.add(std::move(part));
                if (control.progress) control.progress(done);
            });
    });
}

std::vector<CrosstabSum> sum_cells(std::vector<raster::WholeCell> cells, const CellTables& tables_of,
                                   const CrosstabRules& rules, const PassControl& control) {
    // So many at a time that they need little memory before they are added up.
    constexpr std::size_t cells_at_a_time = 64;
    const std::size_t areas = rules.min_area_ha > 0.0 ? 2 : 1;
    using Sums = std::vector<CrosstabSum>;
    const Sums none(areas, CrosstabSum({.last_loss_code = rules.codes.last_code()}));
    Sums all = none;
    std::ranges::sort(cells, {}, [](const raster::WholeCell& cell) { return std::tuple(cell.set, cell.cell); });
    std::vector<std::span<const raster::WholeCell>> groups;  // of one set each
    for (std::size_t first = 0; first < cells.size(); first += groups.back().size()) {
        std::size_t count = 1;
        while (count < cells_at_a_time && first + count < cells.size() && cells[first + count].set == cells[first].set)
            ++count;
        groups.push_back(std::span(cells).subspan(first, count));
    }
    ordered_map(
        groups.size(), control.threads, control.stop,
        [&](std::size_t group) {
            std::vector<std::vector<CellTable>> by_area(areas);
            for (const raster::WholeCell& cell : groups[group]) {
                std::vector<CellTable> tables = tables_of(cell.cell);
                for (std::size_t i = 0; i < areas; ++i)
                    by_area[i].push_back(std::move(tables.at(i)));
            }
            Sums sums = none;
            for (std::size_t i = 0; i < areas; ++i)
                sums[i].add(groups[group].front().set, by_area[i]);
            return sums;
        },
        [&](Sums sums) {
            for (std::size_t i = 0; i < areas; ++i)
                all[i].add(std::move(sums[i]));
        });
    return all;
}

}  // namespace reddline::pipeline
