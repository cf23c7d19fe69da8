#pragma once

#include <cstddef>
#include <vector>

#include "accounting/reference_level.hpp"
#include "accounting/workings.hpp"
#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/history_rule.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// Yearly means by stratum over the reference period, carried over to the judged zone; the year of a row has no meaning.
///
/// Always by the loss route, since maps at two dates have no history. A zone's own history is taken as it is, and where the
/// rule names a project, each of its belts is judged by the belt's own.
/// Errors: a refusal when the route is `maps`, when a factor is missing, or when the reference zone has no forest.
/// Source: docs/equations.md, Eq. 19
[[nodiscard]] Answer<EmissionTable> mean_history(const Workings& workings, std::size_t zone, const Reading& reading,
                                                 const HistoryRule& rule);

/// Hectares of forest lost per year over the reference period, whatever carbon they held, carried over likewise.
///
/// Errors: a refusal when the route is `maps`, or when the reference zone has no forest.
/// Source: docs/equations.md, Eq. 18
[[nodiscard]] Answer<Hectares> mean_past_loss(const Workings& workings, std::size_t zone, const Reading& reading,
                                              const HistoryRule& rule);

/// The reference level that repeats the mean of the history in every year of the monitoring period.
///
/// Source: docs/equations.md, Eq. 19
[[nodiscard]] Answer<ReferenceLevel> level_of_history(const Workings& workings, std::size_t zone,
                                                      const Reading& reading, const HistoryRule& rule);

}  // namespace reddline::accounting
