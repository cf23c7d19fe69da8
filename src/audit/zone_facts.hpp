#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/statement.hpp"
#include "domain/stratum_question.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

/// The statement of a project zone under the default reading; null when it was refused or the zone has none.
[[nodiscard]] const Statement* statement_of(const AuditResult& results, std::size_t zone);

/// The stratum question of a project zone; null when the zone has none.
[[nodiscard]] const StratumQuestion* question_of(const AuditResult& results, std::size_t zone);

/// The stratum question of the zone that the claim speaks of; null without a claim or without the question.
[[nodiscard]] const StratumQuestion* claimed_question(const AuditCase& audit, const AuditResult& results);

/// Index of the zone that the claim speaks of; nothing without a claim.
[[nodiscard]] std::optional<std::size_t> claimed_zone(const AuditCase& audit);

/// Indexes of all zones of role project.
[[nodiscard]] std::vector<std::size_t> project_zones(const AuditCase& audit);

/// Area of a zone: of its pixels, else the sum of its declared strata.
[[nodiscard]] Hectares area_of_zone(const AuditCase& audit, std::size_t zone);

/// Areas of one zone that differ by no more than this share are taken for the same: our own threshold, above what pixels along
/// the border and rounded figures explain.
inline constexpr double tolerated_area_share = 0.01;

/// Forest of one stratum at the start of the monitoring period; 0 where the zone holds none of it.
[[nodiscard]] Hectares forest_at_start(const Statement& statement, const std::string& stratum);

/// Forest of all strata of a statement at the start of the monitoring period.
[[nodiscard]] Hectares forest_at_start(const Statement& statement);

}  // namespace reddline::audit
