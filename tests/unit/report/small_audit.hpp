#pragma once

#include "domain/audit_case.hpp"
#include "domain/units.hpp"

namespace reddline::report {

/// A project of 100 ha with a map of 2017, monitored in 2019 and 2020, without reference level and claim.
AuditCase small_audit();

/// Loss by the map, the rate as reference level.
Reading small_reading();

}  // namespace reddline::report
