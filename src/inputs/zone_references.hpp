#pragma once

#include "domain/audit_case.hpp"

namespace reddline::inputs {

/// Stops unless every zone that another entry names is there: the project of each belt, the zones of the reference
/// levels, and those of the claim and of the buffer's ledger. Of these two, one that names no zone is given the only
/// project.
///
/// Zones of an entry with `split_by`, and those of a table, are known only once their source was read, so the audit file
/// alone cannot tell.
/// Errors: Error{zone_unknown} naming the nearest zone, or asking which of several projects a claim or a ledger speaks
///         of.
void resolve_zone_names(AuditCase& audit);

}  // namespace reddline::inputs
