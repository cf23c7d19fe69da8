#pragma once

#include "domain/audit_case.hpp"
#include "domain/filter_steps.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// Pixels and area after each step from all pixels of a zone to the loss of one stratum in one year, by the loss route under
/// the reading's strata map, forest rule and factors.
///
/// The zone, the year (a year of the loss product) and the stratum (of the map, or `unstratified` without one) must exist;
/// the audit must hold counted pixels.
/// Source: docs/equations.md, Eq. 2, 3, 4, 5, 6, 11
[[nodiscard]] FilterSteps filter_steps(const AuditCase& audit, const Reading& reading, const LossOfStratum& question);

}  // namespace reddline::accounting
