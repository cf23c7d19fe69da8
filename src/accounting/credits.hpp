#pragma once

#include <vector>

#include "domain/deduction.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// Posts the years of a statement, the deductions and the credits to its ledger, and sets its totals.
///
/// Every amount is rounded to whole kg against the credit, and the credits down to whole tonnes, once, at the
/// end. Where more was emitted than expected, nothing is credited and the excess is an account of its own.
/// The ledger sums to 0. Source: docs/equations.md, Eq. 22, 23
void close_statement(const std::vector<Deduction>& deductions, Statement& statement);

}  // namespace reddline::accounting
