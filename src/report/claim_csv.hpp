#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// claim_ledger.csv: reported, mapped and estimated loss side by side, by stratum and year of the monitoring period.
[[nodiscard]] std::string claim_ledger_csv(const AuditCase& audit, const AuditResult& results);

/// claim_split.csv: the recomputed credits, the parts of the difference, and the claimed credits, in whole kg.
[[nodiscard]] std::string claim_split_csv(const AuditCase& audit, const AuditResult& results);

/// loss_mix.csv: the loss of the monitoring period by forest type, as each source sees it; a row without a stratum is loss
/// where the source shows or names no forest.
[[nodiscard]] std::string loss_mix_csv(const AuditCase& audit, const AuditResult& results);

/// stratum_shares.csv: where the lost pixels of one map's stratum lie in another map.
[[nodiscard]] std::string stratum_shares_csv(const AuditCase& audit, const AuditResult& results);

/// stratum_question.csv: distances, relabellings, bounds and break-even shares (Eq. 25 to 27).
[[nodiscard]] std::string stratum_question_csv(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
