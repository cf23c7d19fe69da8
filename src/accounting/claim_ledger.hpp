#pragma once

#include <cstddef>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/claim_ledger.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// Reported beside mapped loss of a zone, by stratum and year of the monitoring period, with what each emits at the
/// reading's factors. Part years count with their share in the period; mapped loss only of strata that are forest. None without a claim
/// that reports the zone.
///
/// Source: docs/equations.md, Eq. 6, 11, 20
[[nodiscard]] std::vector<ClaimRow> claim_ledger(const Workings& workings, std::size_t zone, const Reading& reading);

}  // namespace reddline::accounting
