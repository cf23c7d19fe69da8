#pragma once

#include <cstddef>
#include <vector>

#include "accounting/lost_area.hpp"
#include "domain/audit_case.hpp"
#include "domain/stratum_question.hpp"

namespace reddline::accounting {

/// Of the forest that one map shows under the loss, which forest types another map shows there, for every ordered pair of
/// `maps`.
///
/// Lost pixels that are not forest in the other map have no row and no part in the shares, so that the shares of one
/// stratum sum to 1; a stratum whose lost pixels are nowhere forest there has no row at all.
/// Source: docs/equations.md, Eq. 25
[[nodiscard]] std::vector<ShareRow> share_matrix(const AuditCase& audit, const LostArea& lost,
                                                 const std::vector<std::size_t>& maps);

}  // namespace reddline::accounting
