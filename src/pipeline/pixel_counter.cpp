#include "pipeline/pixel_counter.hpp"

#include <algorithm>
#include <utility>

#include "pipeline/layer_pixels.hpp"

namespace reddline::pipeline {

namespace {

using kernels::LayerRun;
using kernels::PixelBins;

// Tables in memory at a time: one has 21 kB for a product of 23 years, so that they take 11 MB.
constexpr std::size_t most_tables = 512;

constexpr std::uint64_t key_of(std::uint32_t set, std::uint32_t combination) {
    return (std::uint64_t{set} << 32U) | combination;
}

}  // namespace

PixelCounter::PixelCounter(kernels::TallyShape shape, kernels::InstructionSet instructions, Covers covers)
    : shape_{shape},
      find_changes_{kernels::find_changes_with(instructions)},
      sums_(static_cast<std::size_t>(covers), CrosstabSum(shape)) {}

void PixelCounter::count(const raster::Block& block, const OpenedCover* opened, const raster::Window& window,
                         const raster::RunTable& zones, const DescribeUnlisted& describe) {
    fit_packing(block);
    const PixelBins bins(shape_, block.cover_pct.code_of(), block.loss_code.code_of(), block.land.code_of());
    maps_.resize(block.strata.size());
    zones.for_each(window, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
        count_run({block, opened, row, first, end, set}, bins, describe);
    });
}

void PixelCounter::count_run(const Run& run, const PixelBins& bins, const DescribeUnlisted& describe) {
    const auto& [block, opened, row, run_first, run_end, set] = run;
    // No bin may overflow, so that a run of very large pixels is taken in parts; and where any layer is cut, all are.
    for (std::int64_t first = run_first; first < run_end;) {
        std::int64_t end = std::min(run_end, first + packing_.most_pixels());
        const auto from_first = [&](const raster::Layer& layer) {
            return pixels_of(layer, block.window, row, first, end);
        };
        for (std::size_t map = 0; map < maps_.size(); ++map)
            maps_[map] = from_first(block.strata[map]);
        LayerRun layers{.pixels = 0,
                        .cover_pct = from_first(block.cover_pct),
                        .loss_code = from_first(block.loss_code),
                        .land = block.has_land ? from_first(block.land) : nullptr,
                        .strata = maps_,
                        .opened_pct = opened == nullptr ? nullptr : opened->pixels(row, first)};
        layers.pixels = static_cast<std::size_t>(end - first);
        const std::span<const std::int64_t> areas_cm2 = areas_of(block, row, first, end);
        for (kernels::RunCursor cursor; cursor.next < layers.pixels;) {
            const std::size_t from = cursor.next;
            Table& table = table_of(set, combination_at({block, opened, row, first, end, set}, from, describe));
            if (table.pixels + (end - first) > packing_.most_pixels()) empty(table);
            kernels::crosstab_run(layers, find_changes_, bins, areas_cm2, packing_, cursor, table.packed);
            table.pixels += static_cast<std::int64_t>(cursor.next - from);
        }
        first = end;
    }
}

std::uint32_t PixelCounter::combination_at(const Run& run, std::size_t pixel, const DescribeUnlisted& describe) {
    strata_.resize(maps_.size());
    for (std::size_t map = 0; map < maps_.size(); ++map) {
        strata_[map] = run.block.strata[map].code_of()[maps_[map][pixel]];
        if (strata_[map] == raster::unlisted_stratum) {
            throw describe(map, run.first + static_cast<std::int64_t>(pixel), run.row);
        }
    }
    return combinations_.number_of(strata_, [&] {
        for (CrosstabSum& sum : sums_)
            static_cast<void>(sum.number_of({strata_.begin(), strata_.end()}));
        return sums_.front().number_of({strata_.begin(), strata_.end()});
    });
}

PixelCounter::Table& PixelCounter::table_of(std::uint32_t set, std::uint32_t combination) {
    const std::uint64_t key = key_of(set, combination);
    Known& known = known_[(key * 0x9E3779B97F4A7C15U) >> (64U - known_bits)];  // Fibonacci hashing
    if (known.key != key || known.table >= tables_.size()) {
        auto place = place_.find(key);
        if (place == place_.end()) {
            if (tables_.size() == most_tables) empty_all();
            if (spare_.empty()) spare_.emplace_back(sums_.size() * shape_.bins());
            place = place_.emplace(key, tables_.size()).first;
            tables_.push_back({std::move(spare_.back()), set, combination, 0});
            spare_.pop_back();
        }
        known = {key, place->second};
    }
    return tables_[known.table];
}

std::size_t PixelCounter::most_table_bytes(kernels::TallyShape shape) {
    return most_tables * shape.bins() * sizeof(std::uint64_t);
}

std::vector<CrosstabSum> PixelCounter::take() {
    empty_all();
    combinations_ = {};
    return std::exchange(sums_, std::vector(sums_.size(), CrosstabSum(shape_)));
}

/// Makes sure that the packing holds the block's pixels.
void PixelCounter::fit_packing(const raster::Block& block) {
    if (block.area_cm2.empty()) return;
    const std::int64_t largest_cm2 = *std::ranges::max_element(block.area_cm2);
    if (largest_cm2 <= packing_.largest_pixel_cm2()) return;
    empty_all();
    // Rows widen towards the equator, but by less than twice within most tiles.
    packing_ = kernels::TallyPacking(2 * largest_cm2);
}

void PixelCounter::empty(Table& table) {
    for (std::size_t i = 0; i < sums_.size(); ++i) {
        const auto bins = std::span<const std::uint64_t>(table.packed).subspan(i * shape_.bins(), shape_.bins());
        sums_[i].add(table.set, table.combination, bins, packing_);
    }
    std::ranges::fill(table.packed, 0);
    table.pixels = 0;
}

void PixelCounter::empty_all() {
    for (Table& table : tables_) {
        empty(table);
        spare_.push_back(std::move(table.packed));
    }
    tables_.clear();
    forget_places();
}

void PixelCounter::forget_places() {
    place_.clear();
    known_.fill({});
}

}  // namespace reddline::pipeline
