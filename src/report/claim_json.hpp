#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// The claim, its ledger and the split of the difference; null without a claim.
[[nodiscard]] nlohmann::ordered_json claim_json(const AuditCase& audit, const AuditResult& results);

/// The stratum question of every project zone (Eq. 25 to 27).
[[nodiscard]] nlohmann::ordered_json questions_json(const AuditCase& audit, const AuditResult& results);

/// What 1,000 ha of each forest type are expected to emit, under every reading of the national transitions.
[[nodiscard]] nlohmann::ordered_json units_json(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
