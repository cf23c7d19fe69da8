#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "domain/error.hpp"
#include "kernels/crosstab_run.hpp"
#include "pipeline/combination_lookup.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "raster/block.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// Canopy cover as the patch filter leaves it, row by row without gaps.
struct OpenedCover {
    raster::Window window;
    std::vector<std::uint8_t> cover_pct;

    [[nodiscard]] const std::uint8_t* pixels(std::int64_t row, std::int64_t column) const {
        return &cover_pct[static_cast<std::size_t>((row - window.row) * window.columns + (column - window.column))];
    }
};

/// What the counter counts by: the cover as mapped, or that and the cover that the patch filter leaves.
enum class Covers : std::uint8_t { mapped = 1, mapped_and_opened = 2 };

/// Counts the pixels of window after window by zone set, strata, cover and loss: one thread's share of a pass.
///
/// Dense packed tables take the pixels; a table that is full is emptied into the sum, and all of them are once there are too
/// many.
class PixelCounter {
public:
    /// Describes a pixel whose code the legend of a map lacks.
    using DescribeUnlisted = std::function<Error(std::size_t map, std::int64_t column, std::int64_t row)>;

    /// The instructions must be available; they change nothing but the time it takes.
    PixelCounter(kernels::TallyShape shape, kernels::InstructionSet instructions, Covers covers = Covers::mapped);

    /// Counts the pixels of `window`. The block may be larger, and so may `opened`, which is null where the counter
    /// counts by the mapped cover alone.
    ///
    /// Errors: that of `describe` for the first pixel in a zone whose stratum is not listed.
    /// Source: docs/equations.md, Eq. 2
    void count(const raster::Block& block, const OpenedCover* opened, const raster::Window& window,
               const raster::RunTable& zones, const DescribeUnlisted& describe);

    /// Bytes that the tables of a counter take at most for each kind of cover.
    [[nodiscard]] static std::size_t most_table_bytes(kernels::TallyShape shape);

    /// Everything counted so far, one sum for each kind of cover; the counter is empty afterwards.
    [[nodiscard]] std::vector<CrosstabSum> take();

private:
    struct Table {
        std::vector<std::uint64_t> packed;  // one kind of cover after the other
        std::uint32_t set = 0;
        std::uint32_t combination = 0;
        std::int64_t pixels = 0;  // since it was last emptied
    };
    /// A run of pixels of one zone set in one row, and the block that it lies in.
    struct Run {
        const raster::Block& block;
        const OpenedCover* opened = nullptr;
        std::int64_t row = 0;
        std::int64_t first = 0;
        std::int64_t end = 0;
        std::uint32_t set = 0;
    };

    /// A place that is found without searching.
    struct Known {
        std::uint64_t key = 0;
        std::size_t table = static_cast<std::size_t>(-1);
    };
    static constexpr unsigned known_bits = 8;

    void fit_packing(const raster::Block& block);
    void count_run(const Run& run, const kernels::PixelBins& bins, const DescribeUnlisted& describe);
    [[nodiscard]] std::uint32_t combination_at(const Run& run, std::size_t pixel, const DescribeUnlisted& describe);
    [[nodiscard]] Table& table_of(std::uint32_t set, std::uint32_t combination);
    void empty(Table& table);
    void empty_all();
    void forget_places();

    kernels::TallyShape shape_;
    kernels::FindChanges find_changes_;
    kernels::TallyPacking packing_{1};
    std::vector<CrosstabSum> sums_;  // of each kind of cover, with the same combinations
    std::vector<Table> tables_;
    std::unordered_map<std::uint64_t, std::size_t> place_;     // of zone set and combination in tables_
    std::array<Known, std::size_t{1} << known_bits> known_{};  // places asked for lately, by a hash of their key
    std::vector<std::vector<std::uint64_t>> spare_;            // empty tables
    CombinationLookup combinations_;
    std::vector<const std::uint8_t*> maps_;  // first pixel of the run in each strata map
    std::vector<std::uint8_t> strata_;       // at one pixel
};

}  // namespace reddline::pipeline
