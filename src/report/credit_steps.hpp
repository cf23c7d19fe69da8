#pragma once

#include "domain/statement.hpp"
#include "report/calculation.hpp"

namespace reddline::report {

/// Adds every step from the inputs to the credits of a statement, and the tool's own amounts beside them.
///
/// Source: docs/equations.md, Eq. 6, 20, 21, 22, 23
void add_credits(const Statement& statement, Calculation& calculation);

}  // namespace reddline::report
