#include "pipeline/patch_opener.hpp"

#include <algorithm>
#include <cstddef>

#include "domain/units.hpp"
#include "kernels/forest_mask.hpp"

namespace reddline::pipeline {

namespace {

// The layers of a square fit the second-level cache, and it is large compared to its halo, which its neighbours look at
// again.
constexpr std::int64_t square_side = 400;
constexpr std::int64_t square_halos = 32;

/// The size of the parts when `whole` is cut into as few as possible of at most `most`, all about equal.
std::int64_t even_part(std::int64_t whole, std::int64_t most) {
    const std::int64_t parts = std::max<std::int64_t>(1, (whole + most - 1) / most);
    return (whole + parts - 1) / parts;
}

/// A layer that can rule forest out, and for which of its bytes.
struct ForestMask {
    const raster::Layer* layer;
    kernels::RuledOutBytes ruled_out;
};

template <class MayBeForest>
ForestMask forest_mask(const raster::Layer& layer, const MayBeForest& may_be_forest) {
    kernels::CodeTable allows{};
    for (std::size_t byte = 0; byte < allows.size(); ++byte)
        allows[byte] = may_be_forest(layer.code_of()[byte]) ? 1 : 0;
    return {&layer, kernels::RuledOutBytes(allows)};
}

/// The layers that rule forest out for any byte: no data, water, or a stratum that is excluded from forest.
std::vector<ForestMask> forest_masks(const raster::Block& block, const CrosstabRules& rules) {
    std::vector<ForestMask> masks{
        forest_mask(block.loss_code, [](std::uint8_t code) { return code != raster::no_data; })};
    if (block.has_land) masks.push_back(forest_mask(block.land, [](std::uint8_t code) { return code == 1; }));
    if (const auto baseline = baseline_map(rules.maps)) {
        const std::vector<Stratum>& strata = rules.maps[*baseline].legend.strata();
        masks.push_back(forest_mask(block.strata[*baseline], [&](std::uint8_t code) {
            return code >= strata.size() || strata[code].kind != StratumKind::excluded;
        }));
    }
    std::erase_if(masks, [](const ForestMask& mask) { return mask.ruled_out.empty(); });
    return masks;
}

/// Copies the bytes of a block's layer in a window, row by row without gaps.
void copy_bytes(const raster::Layer& layer, const raster::Window& block, const raster::Window& window,
                std::span<std::uint8_t> bytes) {
    auto place = bytes.begin();
    for (std::int64_t row = window.row; row < window.end_row(); ++row) {
        for (std::int64_t column = window.column; column < window.end_column();) {
            const raster::Layer::Pixels pixels = layer.pixels(row - block.row, column - block.column);
            const std::int64_t count = std::min(pixels.count, window.end_column() - column);
            place = std::copy_n(pixels.first, count, place);
            column += count;
        }
    }
}

}  // namespace

void PatchOpener::begin(const raster::Window& window) {
    const std::int64_t most = std::max(square_side, square_halos * rules_->halo);
    const std::int64_t rows = even_part(window.rows, most);
    const std::int64_t columns = even_part(window.columns, most);
    std::size_t count = 0;
    for (std::int64_t row = window.row; row < window.end_row(); row += rows) {
        for (std::int64_t column = window.column; column < window.end_column(); column += columns) {
            if (count == squares_.size()) squares_.emplace_back();
            Square& square = squares_[count++];
            square.window = intersection({column, row, columns, rows}, window);
            square.is_opened = false;
        }
    }
    squares_.resize(count);
}

void PatchOpener::open(const raster::Block& block, Square& square) {
    const raster::Window with_halo = grown(square.window, rules_->halo, block.window);
    std::vector<std::uint8_t>& opened_pct = square.opened.cover_pct;
    square.opened.window = with_halo;
    opened_pct.resize(static_cast<std::size_t>(with_halo.pixels()));
    find_forest_cover(block, with_halo, opened_pct);
    kernels::open_patches(
        forest_cover_pct_, static_cast<std::size_t>(with_halo.columns), areas_of(block, with_halo),
        whole_cm2(Hectares::of(rules_->min_area_ha)),
        rules_->neighbours == PatchNeighbours::four ? kernels::Connectivity::four : kernels::Connectivity::eight,
        instructions_, patches_, opened_pct);
}

/// Finds the canopy cover in a window of the block, 0 where no forest may stand; `bytes` is room for a layer of it.
void PatchOpener::find_forest_cover(const raster::Block& block, const raster::Window& window,
                                    std::span<std::uint8_t> bytes) {
    forest_cover_pct_.resize(bytes.size());
    copy_bytes(block.cover_pct, block.window, window, bytes);
    kernels::usable_cover(bytes, kernels::CoverCodes(block.cover_pct.code_of()), forest_cover_pct_);
    for (const ForestMask& mask : forest_masks(block, *rules_)) {
        copy_bytes(*mask.layer, block.window, window, bytes);
        kernels::clear_cover(bytes, mask.ruled_out, forest_cover_pct_);
    }
}

/// The areas of the pixels in a window of the block: one per row, or one per pixel.
std::span<const std::int64_t> PatchOpener::areas_of(const raster::Block& block, const raster::Window& window) {
    const std::span<const std::int64_t> all(block.area_cm2);
    const std::int64_t top = window.row - block.window.row;
    if (block.area_per_row) return all.subspan(static_cast<std::size_t>(top), static_cast<std::size_t>(window.rows));
    area_cm2_.clear();
    for (std::int64_t row = top; row < top + window.rows; ++row) {
        const auto first = all.begin() + row * block.window.columns + (window.column - block.window.column);
        area_cm2_.insert(area_cm2_.end(), first, first + window.columns);
    }
    return area_cm2_;
}

}  // namespace reddline::pipeline
