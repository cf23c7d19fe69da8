#pragma once

#include <cstddef>

#include "domain/crosstab.hpp"
#include "domain/forest_rule.hpp"

namespace reddline {

/// Forest in 2000 and its loss in a zone under one forest rule, over all strata that are not excluded.
struct CanopyRow {
    std::size_t zone = 0;
    ForestRule forest;
    Tally forest_2000;
    Tally loss;  ///< over all years of the product
    Tally loss_outside_forest;
};

}  // namespace reddline
