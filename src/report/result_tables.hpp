#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// activity.csv: area lost by zone, route, stratum and whole year.
[[nodiscard]] std::string activity_csv(const AuditCase& audit, const AuditResult& results);

/// emissions.csv: what that loss emitted, under the default choices.
[[nodiscard]] std::string emissions_csv(const AuditCase& audit, const AuditResult& results);

/// transitions.csv: what one strata map shows as one stratum and a later one as another; an empty stratum is no data.
[[nodiscard]] std::string transitions_csv(const AuditCase& audit, const AuditResult& results);

/// carbon_stock.csv: forest and carbon by stratum and year, and its yearly change.
[[nodiscard]] std::string carbon_stock_csv(const AuditCase& audit, const AuditResult& results);

/// canopy.csv: forest and loss under every canopy threshold, both boundary rules, without and with the patch filter.
[[nodiscard]] std::string canopy_csv(const AuditCase& audit, const AuditResult& results);

/// readings.csv: one row per reading; amounts are for the whole monitoring period.
[[nodiscard]] std::string readings_csv(const AuditCase& audit, const AuditResult& results);

/// ledger.csv: the postings of the default reading of every project zone, in whole kg CO2e.
[[nodiscard]] std::string ledger_csv(const AuditCase& audit, const AuditResult& results);

/// findings.csv: what an auditor should doubt.
[[nodiscard]] std::string findings_csv(const Findings& findings);

}  // namespace reddline::report
