#pragma once

#include <string>
#include <vector>

#include "domain/attribute_table.hpp"
#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// Results per zone under the default reading, as the layer `zones` of zones.gpkg holds them.
///
/// Shapes: one row per zone, in their order.
[[nodiscard]] AttributeTable zone_attributes(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
