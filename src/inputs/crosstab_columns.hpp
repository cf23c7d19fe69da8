#pragma once

#include <array>
#include <string_view>

namespace reddline::inputs {

/// The columns of crosstab.csv that are always there; one more for every strata map bears the map's name.
inline constexpr std::array<std::string_view, 7> crosstab_columns{"zone",   "min_area_ha", "cover_pct", "loss_year",
                                                                  "pixels", "area_cm2",    "area_ha"};

}  // namespace reddline::inputs
