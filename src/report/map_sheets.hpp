#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/forest_rule.hpp"
#include "domain/map_look.hpp"
#include "domain/map_values.hpp"
#include "domain/stratum.hpp"

namespace reddline::report {

/// A strata map as it is drawn with the loss; where the audit has none, all forest as one stratum.
struct MapSheet {
    std::optional<std::size_t> map;  ///< index of the strata map; nothing where there is none
    std::string name;
    std::string loss_file;    ///< without an ending
    std::string strata_file;  ///< likewise; empty without a strata map
    std::vector<Stratum> strata;
    MapValues values;
};

/// The maps of an audit, one for each strata map, or one where it has none. Files bear the names of the maps, with `_` for what
/// a file name should not hold.
[[nodiscard]] std::vector<MapSheet> map_sheets(const AuditCase& audit);

/// The map of the default reading among them.
[[nodiscard]] std::size_t default_sheet(const std::vector<MapSheet>& sheets, std::optional<std::size_t> strata_map);

/// How a map of loss by stratum looks under a forest rule.
[[nodiscard]] MapLook loss_look(const AuditCase& audit, const ForestRule& forest, const MapSheet& sheet);

/// How a strata map looks.
[[nodiscard]] MapLook strata_look(const AuditCase& audit, const MapSheet& sheet);

/// The look of a loss map without the classes that no pixel has, for a legend.
///
/// Errors: Error{crosstab_mismatch} when no crosstab has the minimum area of the forest rule.
[[nodiscard]] MapLook seen_of(const AuditCase& audit, const ForestRule& forest, const MapSheet& sheet, MapLook look);

/// The years that a map and a picture call the period: the calendar years that the monitoring period touches, or all of the product
/// without one. As loss codes, both included.
struct PeriodCodes {
    std::uint8_t first = 1;
    std::uint8_t last = 1;
};
[[nodiscard]] PeriodCodes period_codes(const AuditCase& audit);

}  // namespace reddline::report
