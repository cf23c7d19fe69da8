#pragma once

#include <optional>

#include "accounting/workings.hpp"
#include "domain/answer.hpp"
#include "domain/claim_ledger.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// Claimed minus recomputed credits of a statement, split exactly, in whole kg, into reference level, hectares, strata,
/// factors, displaced emissions, deductions, and what the claim's items leave open.
///
/// With R and M the reported and mapped area that counts under the statement's reading, e_R and e_M the mean emission per
/// hectare of each mix of forest types, and PE the claim's own project emissions: hectares = -(R - M) e_M,
/// strata = -R (e_R - e_M), factors = -(PE - R e_R). Reported hectares that do not count are named in the text. Every part
/// is rounded to whole kg; what rounding leaves is in the last part. Nothing without a claim of the zone that states its
/// credits.
/// Source: docs/equations.md, Eq. 22
[[nodiscard]] std::optional<ClaimSplit> claim_split(const Workings& workings, const Statement& statement);

}  // namespace reddline::accounting
