#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/ledger.hpp"
#include "domain/reading.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// Expected minus emitted minus displaced over the monitoring period, posted to a ledger that balances to 0.
///
/// Errors: a refusal that names what is missing.
/// Source: docs/equations.md, Eq. 6, 20, 21, 22, 23
[[nodiscard]] Answer<Statement> statement(const AuditCase& audit, std::size_t zone, const Reading& reading);

}  // namespace reddline::accounting
