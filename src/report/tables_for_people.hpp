#pragma once

#include <cstddef>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Forest, expectation and loss by forest type over the monitoring period, with a total.
[[nodiscard]] PlainTable strata_table(const Strings& say, const Statement& statement);

/// Expectation, emission and displacement by year, with a total.
[[nodiscard]] PlainTable years_table(const Strings& say, const Statement& statement);

/// The default reading of every project zone, the first `most` of them: what was lost, expected, emitted and credited,
/// and whether that is computed, an upper bound or refused.
[[nodiscard]] PlainTable projects_table(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                        std::size_t most);

/// The ledger in tonnes.
[[nodiscard]] PlainTable ledger_table(const Strings& say, const Statement& statement);

/// Mapped loss of every zone by stratum, over all years and the last five of the product.
[[nodiscard]] PlainTable loss_table(const Strings& say, const AuditCase& audit, const AuditResult& results);

/// Forest and loss of every zone at every canopy threshold under the audit's boundary rule.
[[nodiscard]] PlainTable canopy_table(const Strings& say, const AuditCase& audit, const AuditResult& results);

/// Carbon factors with their sources.
[[nodiscard]] PlainTable factor_table(const Strings& say, const CarbonTable& factors);

}  // namespace reddline::report
