#include "pipeline/map_painter.hpp"

#include <algorithm>

#include "pipeline/layer_pixels.hpp"

namespace reddline::pipeline {

namespace {

/// Behind the marks of MapValues: forest, and its loss code.
constexpr std::uint16_t first_forest = 4;

/// What each bin of the crosstab is on a map, as PixelBins numbers them.
std::vector<std::uint16_t> kinds_of_bins(kernels::TallyShape shape, const ForestRule& forest) {
    std::vector<std::uint16_t> kinds(shape.bins(), MapValues::not_counted);
    for (std::size_t code = 0; code <= shape.last_loss_code; ++code) {
        for (std::size_t cover = 0; cover <= kernels::max_cover_pct; ++cover) {
            const bool is_forest = forest.is_forest(static_cast<std::uint8_t>(cover));
            const std::size_t other = code == 0 ? MapValues::not_forest : MapValues::not_forest_lost;
            kinds[shape.bin(cover, code)] = static_cast<std::uint16_t>(is_forest ? first_forest + code : other);
        }
    }
    return kinds;
}

}  // namespace

std::vector<MapValues> map_values_of(const CrosstabRules& rules) {
    std::vector<MapValues> values;
    for (const StrataMap& map : rules.maps)
        values.emplace_back(map.legend.strata().size(), rules.codes.last_code());
    if (values.empty()) values.emplace_back(1, rules.codes.last_code());
    return values;
}

MapPainter::MapPainter(const CrosstabRules& rules, const ForestRule& forest)
    : shape_{.last_loss_code = rules.codes.last_code()},
      values_{map_values_of(rules)},
      maps_{rules.maps.size()},
      kind_of_bin_{kinds_of_bins(shape_, forest)} {}

void MapPainter::begin(const raster::Window& window, MapTile& tile) const {
    const auto pixels = static_cast<std::size_t>(window.pixels());
    tile.window = window;
    tile.loss.resize(values_.size());
    for (auto& layer : tile.loss)
        layer.assign(pixels, MapValues::outside_zones);
    tile.strata.resize(maps_);
    for (auto& layer : tile.strata)
        layer.assign(pixels, StrataValues::outside_zones);
}

void MapPainter::paint(const raster::Block& block, const OpenedCover* opened, const raster::Window& part,
                       const raster::RunTable& zones, const PixelCounter::DescribeUnlisted& describe,
                       MapTile& tile) const {
    const kernels::PixelBins bins(shape_, block.cover_pct.code_of(), block.loss_code.code_of(), block.land.code_of());
    std::vector<std::uint16_t> kinds;
    zones.for_each(part, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t) {
        kinds.resize(static_cast<std::size_t>(end - first));
        const Run run{block, row, first, end};
        paint_loss(bins, run, opened, kinds);
        if (maps_ == 0) {
            std::uint16_t* const loss = &tile.loss[0][raster::index_in(tile.window, row, first)];
            std::ranges::transform(kinds, loss, [&](std::uint16_t kind) {
                return kind < first_forest ? kind : values_[0].of(0, static_cast<std::uint8_t>(kind - first_forest));
            });
        }
        for (std::size_t map = 0; map < maps_; ++map)
            paint_map(map, run, describe, kinds, tile);
    });
}

/// Finds what each pixel of a run is, whatever its stratum.
void MapPainter::paint_loss(const kernels::PixelBins& bins, const Run& run, const OpenedCover* opened,
                            std::vector<std::uint16_t>& kinds) const {
    const raster::Block& block = run.block;
    for (std::int64_t first = run.first; first < run.end;) {
        std::int64_t end = run.end;
        const std::uint8_t* const cover = pixels_of(block.cover_pct, block.window, run.row, first, end);
        const std::uint8_t* const loss = pixels_of(block.loss_code, block.window, run.row, first, end);
        const std::uint8_t* const land =
            block.has_land ? pixels_of(block.land, block.window, run.row, first, end) : nullptr;
        const std::uint8_t* const opened_pct = opened == nullptr ? nullptr : opened->pixels(run.row, first);
        for (std::int64_t i = 0; i < end - first; ++i) {
            std::size_t bin = land == nullptr ? bins.on_land(cover[i], loss[i]) : bins.of(cover[i], loss[i], land[i]);
            if (opened_pct != nullptr) bin = bins.opened(bin, cover[i], opened_pct[i]);
            kinds[static_cast<std::size_t>(first - run.first + i)] = kind_of_bin_[bin];
        }
        first = end;
    }
}

/// Sets the pixels of a run in the two maps of a strata map.
void MapPainter::paint_map(std::size_t map, const Run& run, const PixelCounter::DescribeUnlisted& describe,
                           const std::vector<std::uint16_t>& kinds, MapTile& tile) const {
    const raster::Layer& layer = run.block.strata[map];
    const std::size_t place = raster::index_in(tile.window, run.row, run.first);
    std::uint16_t* const loss = &tile.loss[map][place];
    std::uint8_t* const strata = &tile.strata[map][place];
    for (std::int64_t first = run.first; first < run.end;) {
        std::int64_t end = run.end;
        const std::uint8_t* const bytes = pixels_of(layer, run.block.window, run.row, first, end);
        for (std::int64_t column = first; column < end; ++column) {
            const auto i = static_cast<std::size_t>(column - run.first);
            const std::uint8_t stratum = layer.code_of()[bytes[column - first]];
            if (stratum == raster::unlisted_stratum) throw describe(map, column, run.row);
            loss[i] = kinds[i] < first_forest
                          ? kinds[i]
                          : values_[map].of(stratum, static_cast<std::uint8_t>(kinds[i] - first_forest));
            strata[i] = kinds[i] == MapValues::not_counted ? StrataValues::not_counted : StrataValues::of(stratum);
        }
        first = end;
    }
}

}  // namespace reddline::pipeline
