#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "domain/biomass_sums.hpp"
#include "domain/forest_rule.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "raster/biomass_layer.hpp"
#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// What is taken from a biomass map.
struct BiomassRules {
    CrosstabRules pixels;  ///< open patches by the minimum area of the forest rule, or not at all
    ForestRule forest;
    std::size_t map = 0;             ///< whose strata the sums are for; 0 where the audit has none
    std::size_t last_loss_code = 0;  ///< pixels lost in this year or before are no longer forest
};

/// Opens a biomass layer of its own for the calling thread.
using OpenBiomass = std::function<std::unique_ptr<raster::BiomassLayer>()>;

/// Adds up a biomass map over the forest of the zones, for each stratum and last for forest without one; where the audit has no
/// map, all forest is one stratum. A pixel of the biomass map that several windows hold is added as one.
///
/// Errors: those of the stack, the layer and BiomassSums::add; Error{code_unlisted}; Error{stopped}.
[[nodiscard]] std::vector<BiomassSums> sum_biomass(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                                   const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                                   const OpenBiomass& open_biomass, const BiomassRules& rules,
                                                   const PassControl& control);

}  // namespace reddline::pipeline
