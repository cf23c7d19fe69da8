#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/answer.hpp"
#include "domain/reading.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline::accounting {

/// Forest area of one stratum.
struct StratumArea {
    std::string stratum;
    Hectares area;
};

/// Forest of a zone by stratum as the reading's route sees it: forest left at the start of the year (loss, reported), the
/// classes of the baseline map where both maps have data (maps), or what a table declares where nothing was counted. Only
/// strata that are forest and have an area, in legend order.
///
/// Source: docs/equations.md, Eq. 4, 16
[[nodiscard]] Answer<std::vector<StratumArea>> forest_area(const Workings& workings, std::size_t zone,
                                                           const Reading& reading, LossYear year);

/// Sum over the strata.
[[nodiscard]] Hectares total_area(const std::vector<StratumArea>& strata);

}  // namespace reddline::accounting
