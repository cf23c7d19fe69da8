#pragma once

#include <cstddef>

#include "accounting/reference_level.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// The mean yearly emissions of a zone over the reference period, carried over to the judged zone.
///
/// Always by the loss route, since maps at two dates have no history; the forest areas that carry it over
/// are of the loss route too, whichever route the reading takes.
/// Errors: a refusal when a factor is missing or the reference zone has no forest.
/// Source: docs/equations.md, Eq. 19
[[nodiscard]] Answer<ReferenceLevel> level_of_history(const AuditCase& audit, std::size_t zone, const Reading& reading);

}  // namespace reddline::accounting
