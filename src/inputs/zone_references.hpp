#pragma once

#include "domain/audit_case.hpp"

namespace reddline::inputs {

/// Stops unless every zone that another entry names is there: the project of each belt, and the zone of the history.
/// Zones of an entry with `split_by` are known only once its source was read, so the audit file alone cannot tell.
///
/// Errors: Error{zone_unknown} naming the nearest zone.
void expect_named_zones(const AuditCase& audit);

}  // namespace reddline::inputs
