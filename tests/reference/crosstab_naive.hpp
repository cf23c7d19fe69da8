#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/units.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/window.hpp"
#include "reference/layer_image.hpp"
#include "reference/patch_filter_naive.hpp"

namespace reddline::reference {

/// One flag per pixel of the image, for each zone.
using ZoneMasks = std::vector<std::vector<bool>>;

inline std::int64_t area_cm2_of(const LayerImage& image, std::size_t pixel) {
    return image.area_cm2[image.area_per_row ? pixel / static_cast<std::size_t>(image.window.columns) : pixel];
}

/// Where a pixel inside a zone ends up: the reasons one after the other.
inline Outcome outcome_of(const LayerImage& image, std::size_t pixel, int last_code) {
    if (!image.land.empty() && image.land[pixel] == 2) return Outcome::water;
    if (!image.land.empty() && image.land[pixel] != 1) return Outcome::no_data_mask;
    if (image.loss_code[pixel] == 255) return Outcome::no_data_loss;
    if (image.cover_pct[pixel] == 255) return Outcome::no_data_cover;
    if (image.loss_code[pixel] > last_code) return Outcome::beyond_last_year;
    if (image.cover_pct[pixel] > 100) return Outcome::cover_out_of_range;
    return Outcome::counted;
}

/// Canopy cover of the whole image after the patch filter. What is no forest in the first place has cover 0
/// under the filter: no data, water, and strata of the baseline map that are excluded.
inline std::vector<std::uint8_t> filtered_cover(const LayerImage& image, const pipeline::CrosstabRules& rules) {
    std::vector<std::uint8_t> cover_pct = image.cover_pct;
    const auto map = baseline_map(rules.maps);
    for (std::size_t i = 0; i < cover_pct.size(); ++i) {
        bool is_excluded = false;
        if (map) {
            const std::vector<Stratum>& strata = rules.maps[*map].legend.strata();
            const std::uint8_t index = image.strata[*map][i];
            is_excluded = index < strata.size() && strata[index].kind == StratumKind::excluded;
        }
        const bool is_land = image.land.empty() || image.land[i] == 1;
        if (is_excluded || !is_land || image.loss_code[i] == 255 || cover_pct[i] > 100) cover_pct[i] = 0;
    }
    const auto min_area_cm2 = static_cast<std::int64_t>(rules.min_area_ha * static_cast<double>(cm2_per_ha) + 0.5);
    const auto connectivity =
        rules.neighbours == PatchNeighbours::four ? kernels::Connectivity::four : kernels::Connectivity::eight;
    return open_patches_naive(cover_pct, static_cast<std::size_t>(image.window.columns), image.area_cm2, min_area_cm2,
                              connectivity);
}

/// One table, pixel by pixel, over the pixels of the plan; `cover_pct` stands in for the image's own where a
/// pixel is counted.
inline Crosstab count_pixels(const LayerImage& image, const std::vector<std::uint8_t>& cover_pct,
                             const ZoneMasks& zones, const std::vector<raster::Window>& plan,
                             const pipeline::CrosstabRules& rules) {
    using Key = std::tuple<std::uint32_t, std::vector<std::uint16_t>, std::uint8_t, std::uint8_t>;
    std::map<Key, Tally> tallies;
    std::vector<OutcomeTally> zone_outcomes(zones.size());
    OutcomeTally all{};
    for (std::size_t i = 0; i < image.cover_pct.size(); ++i) {
        const raster::Window pixel{static_cast<std::int64_t>(i) % image.window.columns,
                                   static_cast<std::int64_t>(i) / image.window.columns, 1, 1};
        bool is_read = false;
        for (const raster::Window& window : plan)
            is_read = is_read || !intersection(window, pixel).empty();
        if (!is_read) continue;
        const Tally tally{1, area_cm2_of(image, i)};
        const Outcome outcome = outcome_of(image, i, rules.codes.last_code());
        bool in_a_zone = false;
        for (std::uint32_t zone = 0; zone < zones.size(); ++zone) {
            if (!zones[zone][i]) continue;
            in_a_zone = true;
            zone_outcomes[zone][static_cast<std::size_t>(outcome)] += tally;
            if (outcome != Outcome::counted) continue;
            std::vector<std::uint16_t> combination;
            for (const auto& layer : image.strata)
                combination.push_back(layer[i]);
            tallies[{zone, combination, cover_pct[i], image.loss_code[i]}] += tally;
        }
        // What lies outside every zone is told in pixels alone.
        if (in_a_zone) all[static_cast<std::size_t>(outcome)] += tally;
        if (!in_a_zone) ++all[static_cast<std::size_t>(Outcome::outside_zones)].pixels;
    }
    std::vector<std::vector<std::uint16_t>> combinations;
    std::vector<Bin> bins;
    for (const auto& [key, tally] : tallies) {
        const auto& [zone, combination, cover, loss_code] = key;
        bins.push_back({{zone, static_cast<std::uint32_t>(combinations.size()), cover, loss_code}, tally});
        combinations.push_back(combination);
    }
    return {image.strata.size(), combinations, bins, zone_outcomes, all};
}

/// The naive twin of pipeline::crosstab_tiles: whole arrays, no runs, no blocks, no threads.
///
/// Shapes: `image` holds the whole grid; `plan` says only which pixels are read, each once.
inline std::vector<CrosstabOfArea> crosstab_naive(const LayerImage& image, const ZoneMasks& zones,
                                                  const std::vector<raster::Window>& plan,
                                                  const pipeline::CrosstabRules& rules) {
    std::vector<CrosstabOfArea> tables{{0.0, count_pixels(image, image.cover_pct, zones, plan, rules)}};
    if (rules.min_area_ha > 0.0) {
        tables.push_back({rules.min_area_ha, count_pixels(image, filtered_cover(image, rules), zones, plan, rules)});
    }
    return tables;
}

}  // namespace reddline::reference
