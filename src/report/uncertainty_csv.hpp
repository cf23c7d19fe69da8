#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// uncertainty.csv: the interval of the reductions of every reading (Eq. 28, 29).
[[nodiscard]] std::string uncertainty_csv(const AuditCase& audit, const AuditResult& results);

/// uncertainty_inputs.csv: the inputs that the default interval covers, with their parts in it, and those that it does not.
[[nodiscard]] std::string uncertainty_inputs_csv(const AuditCase& audit, const AuditResult& results);

/// uncertainty_correlations.csv: how the inputs of the default interval go together, and who says so.
[[nodiscard]] std::string uncertainty_correlations_csv(const AuditCase& audit, const AuditResult& results);

/// uncertainty_convergence.csv: the quantiles of the default reading after the first tenths of the draws.
[[nodiscard]] std::string uncertainty_convergence_csv(const AuditCase& audit, const AuditResult& results);

/// program_deductions.csv: what the programmes would deduct (Eq. 30), and the credits reached with a stated probability.
[[nodiscard]] std::string program_deductions_csv(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
