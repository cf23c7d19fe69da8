#pragma once

#include <cstddef>

#include "accounting/workings.hpp"
#include "domain/reading.hpp"
#include "domain/statement.hpp"
#include "domain/stratum_question.hpp"

namespace reddline::accounting {

/// Which forest types a project zone lost in the monitoring period, by every source there is, and what that decides.
///
/// Mapped mixes are those of every strata map that the audit leaves open and of the claim's own, under the reading's
/// forest rule; there are none in an audit of tables alone or without strata maps, and no answer at all without a
/// monitoring period. Every loss emits
/// its stratum's whole factor: what a claim says that the land became is ignored. The bounds span the forest types that
/// the zone holds at the start of the period and those that any source sees lost, so that no relabelling lies outside
/// them; the break-even shares lie between the lowest and highest factor of those that it holds, that of the claim, where
/// the zone's forest is not known, between those of all forest strata with a factor.
/// Shapes: `workings` hold the zone under `reading`; `statement` is the zone's under `reading`, null where it is refused.
/// Source: docs/equations.md, Eq. 25, 26, 27
[[nodiscard]] StratumQuestion stratum_question(const Workings& workings, std::size_t zone, const Reading& reading,
                                               const Statement* statement);

}  // namespace reddline::accounting
