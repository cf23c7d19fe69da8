#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "domain/error.hpp"
#include "domain/forest_rule.hpp"
#include "domain/map_values.hpp"
#include "kernels/crosstab_run.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/pixel_counter.hpp"
#include "raster/block.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// The pixels of a window as maps show them, row by row; outside zones they are 0.
///
/// Shapes: `loss` has one layer per strata map, and one where the audit has none; `strata` has one per strata map.
struct MapTile {
    raster::Window window;
    std::vector<std::vector<std::uint16_t>> loss;   ///< MapValues
    std::vector<std::vector<std::uint8_t>> strata;  ///< StrataValues
};

/// The values of the loss maps of these rules, in the order of `MapTile::loss`.
[[nodiscard]] std::vector<MapValues> map_values_of(const CrosstabRules& rules);

/// Gives each pixel of the zones the value that says where the crosstab counts it: the same zones, codes, data mask, strata and
/// forest rule.
class MapPainter {
public:
    MapPainter(const CrosstabRules& rules, const ForestRule& forest);

    /// Begins with a window, of which nothing is painted yet.
    void begin(const raster::Window& window, MapTile& tile) const;
    /// Paints the pixels of `part`. The block may be larger, and so may `opened`, which is null where the forest rule has no minimum
    /// area.
    ///
    /// Errors: that of `describe` for the first pixel in a zone whose stratum is not listed.
    void paint(const raster::Block& block, const OpenedCover* opened, const raster::Window& part,
               const raster::RunTable& zones, const PixelCounter::DescribeUnlisted& describe, MapTile& tile) const;

private:
    /// Neighbouring pixels of a row, each layer from its first one on.
    struct Run {
        const raster::Block& block;
        std::int64_t row = 0;
        std::int64_t first = 0;
        std::int64_t end = 0;
    };
    void paint_loss(const kernels::PixelBins& bins, const Run& run, const OpenedCover* opened,
                    std::vector<std::uint16_t>& kinds) const;
    void paint_map(std::size_t map, const Run& run, const PixelCounter::DescribeUnlisted& describe,
                   const std::vector<std::uint16_t>& kinds, MapTile& tile) const;

    kernels::TallyShape shape_;
    std::vector<MapValues> values_;
    std::size_t maps_;
    std::vector<std::uint16_t> kind_of_bin_;  // a mark of MapValues, or first_forest and the loss code
};

}  // namespace reddline::pipeline
