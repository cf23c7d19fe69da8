#pragma once

#include <cstdint>
#include <vector>

#include "domain/forest_rule.hpp"
#include "domain/sample_design.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/pixel_sampler.hpp"
#include "pipeline/sample_class_table.hpp"
#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// A stratum that has pixels.
struct DrawnStratum {
    SampleClass sample_class;
    std::vector<std::uint32_t> zones;  ///< in which its pixels lie; empty where strata do not end at zones
    Tally size;
    std::vector<NumberedPixel> pixels;  ///< those that a design may draw, the first to be drawn first
};

/// Everything that a design can draw from.
struct DrawnPixels {
    std::vector<DrawnStratum> strata;  ///< class by class, none empty
    Tally left_out;                    ///< pixels of the zones that are in no stratum
};

/// Numbers every pixel of the zones and keeps, in each stratum, as many as the design may ask for. The same seed gives the same pixels
/// for any plan and any number of threads.
///
/// `rules` open patches by the minimum area of the forest rule, or not at all.
/// Errors: those of the stack; Error{code_unlisted}; Error{stopped}.
[[nodiscard]] DrawnPixels draw_pixels(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                      const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                      const CrosstabRules& rules, const ForestRule& forest, const SampleRules& design,
                                      const PassControl& control);

/// The points of a design, in the random order in which they are to be looked at; without longitude and latitude.
///
/// Shapes: the strata of the design are those of the pixels, in their order.
[[nodiscard]] std::vector<SamplePoint> points_of(const DrawnPixels& drawn, const SamplePlan& design,
                                                 const raster::Grid& grid, std::int64_t seed);

}  // namespace reddline::pipeline
