#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline::report {

/// Every choice of a reading in one line, such as "route loss; strata cgls-2015; canopy cover > 30 %; ...".
[[nodiscard]] std::string reading_text(const AuditCase& audit, const Reading& reading);

/// The part of a reading that decides which loss is counted: route, strata and forest.
[[nodiscard]] std::string mapping_text(const AuditCase& audit, const Reading& reading);

/// What must stand beside every number: the audit's label, and whether factors, rate or a deduction are demonstration
/// values; empty when nothing must.
[[nodiscard]] std::string label_text(const AuditCase& audit);

/// The name of the strata map of a reading, or the two maps of the maps route.
[[nodiscard]] std::string strata_text(const AuditCase& audit, const Reading& reading);

/// True when the national matrix enters the reading, so that its choices mean something.
[[nodiscard]] bool uses_transitions(const Reading& reading);

}  // namespace reddline::report
