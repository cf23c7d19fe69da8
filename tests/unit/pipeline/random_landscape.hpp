#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/crosstab_tiles.hpp"
#include "raster/block.hpp"
#include "raster/grid.hpp"
#include "raster/halo_plan.hpp"
#include "raster/run_table.hpp"
#include "reference/crosstab_naive.hpp"
#include "reference/draw.hpp"
#include "reference/layer_image.hpp"
#include "reference/patchy_landscape.hpp"

namespace reddline::pipeline {

/// A landscape with everything that a real one does to a crosstab: patches, holes in every layer, odd codes,
/// overlapping zones, two strata maps with a stratum that is excluded from forest.
struct RandomLandscape {
    reference::LayerImage layers;
    reference::ZoneMasks zones;
    CrosstabRules rules;

    [[nodiscard]] raster::Grid grid() const {
        raster::Grid grid;
        grid.columns = layers.window.columns;
        grid.rows = layers.window.rows;
        return grid;
    }

    /// The zones as runs, from spans of single pixels.
    [[nodiscard]] raster::RunTable runs() const {
        std::vector<raster::Span> spans;
        for (std::uint32_t zone = 0; zone < zones.size(); ++zone) {
            for (std::size_t i = 0; i < zones[zone].size(); ++i) {
                if (!zones[zone][i]) continue;
                const std::int64_t column = static_cast<std::int64_t>(i) % layers.window.columns;
                spans.push_back({static_cast<std::int64_t>(i) / layers.window.columns, column, column + 1, zone});
            }
        }
        return raster::RunTable(spans);
    }
};

/// Sets the patch filter, with a halo that even the smallest pixels need.
inline void filter_patches(RandomLandscape& landscape, double min_area_ha) {
    landscape.rules.min_area_ha = min_area_ha;
    landscape.rules.halo = raster::halo_of(min_area_ha, *std::ranges::min_element(landscape.layers.area_cm2));
}

/// Makes about one pixel in `one_in` something else.
template <class Value>
void sprinkle(reference::Draw& draw, std::vector<Value>& layer, std::int64_t one_in, std::int64_t low,
              std::int64_t high) {
    for (Value& value : layer) {
        if (draw.whole(1, one_in) == 1) value = static_cast<Value>(draw.whole(low, high));
    }
}

inline std::vector<std::uint8_t> random_strata(reference::Draw& draw, std::size_t columns, std::size_t rows,
                                               std::size_t strata) {
    std::vector<std::uint8_t> layer;
    for (const double value : reference::smooth_field(draw, columns, rows, 9))
        layer.push_back(static_cast<std::uint8_t>(value * static_cast<double>(strata + 1)));  // the last: no data
    return layer;
}

/// A disc, whose rows are runs of different length, and now and then a hole in it.
inline std::vector<bool> random_zone(reference::Draw& draw, std::int64_t columns, std::int64_t rows) {
    const std::int64_t centre_column = draw.whole(0, columns);
    const std::int64_t centre_row = draw.whole(0, rows);
    const std::int64_t outer = draw.whole(0, std::max<std::int64_t>(14, columns / 4));
    const std::int64_t inner = draw.whole(-4, 4);
    std::vector<bool> zone;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            const std::int64_t right = column - centre_column;
            const std::int64_t down = row - centre_row;
            const std::int64_t square = right * right + down * down;
            zone.push_back(square < outer * outer && (inner <= 0 || square >= inner * inner));
        }
    }
    return zone;
}

inline std::vector<StrataMap> two_maps() {
    Legend first("first.csv");
    first.add("1", {"evergreen", StratumKind::forest});
    first.add("2", {"rubber", StratumKind::excluded});
    first.add("3", {"deciduous", StratumKind::forest});
    first.add("4", {"cropland", StratumKind::non_forest});
    Legend second("second.csv");
    second.add("7", {"forest", StratumKind::forest});
    second.add("8", {"other", StratumKind::excluded});
    // The map that decides about forest is the one of role baseline, although it comes second.
    return {{"independent-2010", 2010, StrataRole::independent, second},
            {"baseline-2015", 2015, StrataRole::baseline, first}};
}

enum class PixelAreas { by_row, by_pixel };

inline RandomLandscape random_landscape(reference::Draw& draw, std::int64_t columns, std::int64_t rows,
                                        PixelAreas areas) {
    const auto width = static_cast<std::size_t>(columns);
    const auto height = static_cast<std::size_t>(rows);
    RandomLandscape landscape{
        {}, {}, {.zones = 6, .codes = LossCodes{LossYear{2001}, LossYear{2012}}, .maps = two_maps()}};
    reference::LayerImage& layers = landscape.layers;
    layers.window = {0, 0, columns, rows};
    layers.cover_pct = reference::patchy_cover(draw, width, height);
    sprinkle(draw, layers.cover_pct, 30, 101, 255);
    sprinkle(draw, layers.cover_pct, 50, 255, 255);
    layers.loss_code = reference::patchy_loss(draw, width, height, 12);
    sprinkle(draw, layers.loss_code, 30, 13, 255);
    sprinkle(draw, layers.loss_code, 50, 255, 255);
    layers.land.assign(width * height, 1);
    sprinkle(draw, layers.land, 25, 0, 3);
    layers.strata = {random_strata(draw, width, height, 2), random_strata(draw, width, height, 4)};
    layers.area_per_row = areas == PixelAreas::by_row;
    layers.area_cm2.resize(layers.area_per_row ? height : width * height, 7'690'000);
    sprinkle(draw, layers.area_cm2, 2, 5'000'000, 9'000'000);
    for (std::size_t zone = 0; zone < landscape.rules.zones; ++zone)
        landscape.zones.push_back(random_zone(draw, columns, rows));
    // Outside every zone a map may hold codes that its legend lacks.
    for (std::size_t i = 0; i < width * height; ++i) {
        bool in_a_zone = false;
        for (const std::vector<bool>& zone : landscape.zones)
            in_a_zone = in_a_zone || zone[i];
        if (!in_a_zone && draw.whole(1, 20) == 1) layers.strata[1][i] = raster::unlisted_stratum;
    }
    return landscape;
}

inline RandomLandscape random_landscape(std::uint64_t seed, PixelAreas areas) {
    reference::Draw draw(seed);
    const std::int64_t columns = draw.whole(30, 70);
    const std::int64_t rows = draw.whole(25, 55);
    return random_landscape(draw, columns, rows, areas);
}

}  // namespace reddline::pipeline
