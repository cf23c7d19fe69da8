#pragma once

#include <cstddef>
#include <vector>

#include "accounting/forest_area.hpp"
#include "accounting/reference_level.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// The mean yearly emissions of a zone over the reference period, carried over to the judged zone.
///
/// Always by the loss route, since maps at two dates have no history.
/// Shapes: `forest` is the judged zone's forest at the start of the monitoring period.
/// Errors: a refusal when a factor is missing or the reference zone has no forest.
/// Source: docs/equations.md, Eq. 19
[[nodiscard]] Answer<ReferenceLevel> level_of_history(const AuditCase& audit, std::size_t zone, const Reading& reading,
                                                      const std::vector<StratumArea>& forest);

}  // namespace reddline::accounting
