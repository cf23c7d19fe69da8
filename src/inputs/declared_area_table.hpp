#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/declared_area.hpp"
#include "domain/transition_table.hpp"
#include "domain/zone_extent.hpp"

namespace reddline::inputs {

/// The zones of an audit of tables alone, and the area of each of their strata.
struct DeclaredZones {
    std::vector<ZoneExtent> zones;    ///< in the order of the table; no pixel is behind their area
    std::vector<DeclaredArea> areas;  ///< in the order of the zones
};

/// Reads areas that are declared instead of counted, at the start of the monitoring period: `zone,stratum,area_ha[,role]`.
/// A zone without a role is a project. What each stratum is, the national classes in `transitions` say.
///
/// Errors: Error{table_malformed} for a stratum that `transitions` does not hold, a negative area, more area than the
///         Earth has, a zone and stratum given twice, an unknown role, a zone with two roles, belts beside several
///         projects, or no line at all.
[[nodiscard]] DeclaredZones parse_declared_areas(std::string_view text, const std::string& name,
                                                 const TransitionTable& transitions);

}  // namespace reddline::inputs
