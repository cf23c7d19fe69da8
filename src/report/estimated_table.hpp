#pragma once

#include <cstddef>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Loss of a zone by forest type over the monitoring period, mapped under the default reading and estimated from the sample;
/// no row where the sample has no estimate of the zone.
[[nodiscard]] PlainTable estimated_table(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                         std::size_t zone);

}  // namespace reddline::report
