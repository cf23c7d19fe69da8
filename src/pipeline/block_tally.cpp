#include "pipeline/block_tally.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "kernels/crosstab_run.hpp"

namespace reddline::pipeline {

namespace {

using kernels::TallyShape;

/// One dense table per zone set and strata combination that the block holds.
class DenseTables {
public:
    explicit DenseTables(TallyShape shape) : shape_{shape} {}

    struct Table {
        std::uint32_t set = 0;
        std::vector<std::uint16_t> combination;
        std::vector<std::int64_t> pixels;
        std::vector<std::int64_t> area_cm2;
    };

    /// The table of a zone set and combination; the last one asked for is found at once.
    Table& of(std::uint32_t set, const std::vector<std::uint16_t>& combination) {
        if (last_ < tables_.size() && tables_[last_].set == set && tables_[last_].combination == combination) {
            return tables_[last_];
        }
        const auto [place, is_new] = index_.try_emplace({set, combination}, tables_.size());
        if (is_new) {
            tables_.push_back(
                {set, combination, std::vector<std::int64_t>(shape_.bins()), std::vector<std::int64_t>(shape_.bins())});
        }
        last_ = place->second;
        return tables_[last_];
    }

    [[nodiscard]] const std::vector<Table>& all() const { return tables_; }

private:
    TallyShape shape_;
    std::vector<Table> tables_;
    std::map<std::pair<std::uint32_t, std::vector<std::uint16_t>>, std::size_t> index_;
    std::size_t last_ = 0;
};

Tally tally_at(const DenseTables::Table& table, std::size_t bin) {
    return {table.pixels[bin], table.area_cm2[bin]};
}

void add_table(const DenseTables::Table& table, TallyShape shape, BlockTally& result) {
    const auto combination = static_cast<std::uint32_t>(result.combinations.size());
    result.combinations.push_back(table.combination);
    OutcomeTally& outcomes = result.set_outcomes[table.set];
    for (std::size_t cover = 0; cover <= kernels::max_cover_pct; ++cover) {
        for (std::size_t code = 0; code < shape.loss_codes(); ++code) {
            const Tally tally = tally_at(table, shape.bin(cover, code));
            if (tally.pixels == 0) continue;
            result.bins.push_back(
                {{table.set, combination, static_cast<std::uint8_t>(cover), static_cast<std::uint8_t>(code)}, tally});
            outcomes[static_cast<std::size_t>(Outcome::counted)] += tally;
        }
    }
    const std::array<std::pair<Outcome, std::size_t>, 6> slots{
        {{Outcome::no_data_loss, shape.no_data_loss()},
         {Outcome::no_data_cover, shape.no_data_cover()},
         {Outcome::no_data_mask, shape.no_data_mask()},
         {Outcome::water, shape.water()},
         {Outcome::beyond_last_year, shape.beyond_last_year()},
         {Outcome::cover_out_of_range, shape.cover_out_of_range()}}};
    for (const auto& [outcome, bin] : slots)
        outcomes[static_cast<std::size_t>(outcome)] += tally_at(table, bin);
}

/// Area of `count` neighbouring pixels of one row: one value for all, or one value each.
std::span<const std::int64_t> areas_of(const raster::Block& block, std::int64_t row, std::size_t index,
                                       std::size_t count) {
    const std::span<const std::int64_t> all(block.area_cm2);
    if (block.area_per_row) return all.subspan(static_cast<std::size_t>(row - block.window.row), 1);
    return all.subspan(index, count);
}

Tally tally_of(std::span<const std::int64_t> areas_cm2, std::int64_t count) {
    if (areas_cm2.size() == 1) return {count, count * areas_cm2.front()};
    Tally tally{count, 0};
    for (const std::int64_t area_cm2 : areas_cm2)
        tally.area_cm2 += area_cm2;
    return tally;
}

/// Pixels of the window that no run holds, found in the gaps between the runs.
Tally outside_runs(const raster::Block& block, const raster::Window& window, const raster::RunTable& zones) {
    Tally outside;
    for (std::int64_t row = window.row; row < window.end_row(); ++row) {
        std::int64_t column = window.column;
        const auto add_gap = [&](std::int64_t end) {
            if (end <= column) return;
            const auto count = static_cast<std::size_t>(end - column);
            outside += tally_of(areas_of(block, row, block.index_of(column, row), count), end - column);
        };
        zones.for_each({window.column, row, window.columns, 1},
                       [&](std::int64_t, std::int64_t first, std::int64_t end, std::uint32_t) {
                           add_gap(first);
                           column = end;
                       });
        add_gap(window.end_column());
    }
    return outside;
}

}  // namespace

BlockTally tally_block(const raster::Block& block, std::span<const std::uint8_t> cover_pct,
                       const raster::Window& window, const raster::RunTable& zones, const CrosstabRules& rules) {
    const TallyShape shape{.last_loss_code = rules.codes.last_code()};
    DenseTables tables(shape);
    std::vector<std::uint16_t> combination(block.strata.size());
    const auto same_strata = [&](std::size_t a, std::size_t b) {
        return std::ranges::all_of(block.strata, [&](const auto& layer) { return layer[a] == layer[b]; });
    };
    zones.for_each(window, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
        std::size_t start = block.index_of(first, row);
        const std::size_t stop = start + static_cast<std::size_t>(end - first);
        while (start < stop) {
            std::size_t next = start + 1;
            while (next < stop && same_strata(start, next))
                ++next;
            for (std::size_t map = 0; map < block.strata.size(); ++map)
                combination[map] = block.strata[map][start];
            DenseTables::Table& table = tables.of(set, combination);
            const std::size_t count = next - start;
            const kernels::LayerRun run{
                .cover_pct = cover_pct.subspan(start, count),
                .loss_code = std::span<const std::uint8_t>(block.loss_code).subspan(start, count),
                .land = block.land.empty() ? std::span<const std::uint8_t>{}
                                           : std::span<const std::uint8_t>(block.land).subspan(start, count),
            };
            kernels::crosstab_run(run, areas_of(block, row, start, count), shape, table.pixels, table.area_cm2);
            start = next;
        }
    });
    BlockTally result;
    for (const auto& table : tables.all())
        add_table(table, shape, result);
    result.outside = outside_runs(block, window, zones);
    return result;
}

}  // namespace reddline::pipeline
