#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "report/csv_text.hpp"

namespace reddline::report {

/// crosstab.csv: one row per non-empty bin; a stratum is empty where its map has no data; loss year 0 is no loss. It may be
/// long, so that it is handed out in pieces.
void crosstab_csv(const AuditCase& audit, const TextSink& write);

/// pixels.csv: where every pixel of the zones ended up, per zone and, with an empty zone, over all of them once.
[[nodiscard]] std::string pixels_csv(const AuditCase& audit);

/// zones.csv: every zone as it meets the grid.
[[nodiscard]] std::string zones_csv(const AuditCase& audit);

}  // namespace reddline::report
