#pragma once

#include <cstddef>

#include "accounting/workings.hpp"
#include "domain/answer.hpp"
#include "domain/reading.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// Expected minus emitted minus displaced over the monitoring period, posted to a ledger that balances to 0.
///
/// Under the reported route a belt counts only where the claim reports losses in it.
/// Errors: a refusal that names what is missing.
/// Source: docs/equations.md, Eq. 6, 20, 21, 22, 23
[[nodiscard]] Answer<Statement> statement(const Workings& workings, std::size_t zone, const Reading& reading);

}  // namespace reddline::accounting
