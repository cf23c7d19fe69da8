#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "domain/reading.hpp"
#include "domain/units.hpp"

namespace reddline {

/// How the credits of a set of readings spread (Eq. 24).
struct Spread {
    std::size_t readings = 0;
    std::int64_t lowest_tCO2e = 0;
    double median_tCO2e = 0.0;
    std::int64_t highest_tCO2e = 0;
    std::optional<std::size_t>
        at_or_above_claim;  ///< readings that give at least the claimed credits; nothing without a claim
    std::optional<std::size_t> nearest_to_claim;  ///< index into AuditResult::readings; nothing without a claim
};

/// How much the result moves when only one choice changes (Eq. 24).
struct ChoiceEffect {
    Choice choice = Choice::route;
    std::size_t groups = 0;         ///< sets of readings that differ in this choice alone, two or more each
    double mean_range_tCO2e = 0.0;  ///< mean over them of highest minus lowest credits
    double largest_range_tCO2e = 0.0;
    TonnesCO2e mean_range_reduction;  ///< the same of the reductions, which may be negative where credits are 0
};

/// All readings of one project zone in a few numbers.
struct ReadingsSummary {
    std::size_t zone = 0;
    std::size_t refused = 0;
    std::optional<Spread> all;         ///< of every reading that was computed; nothing when there is none
    std::optional<Spread> consistent;  ///< of those that treat what was expected and what is observed alike
    std::vector<ChoiceEffect>
        effects;  ///< of the consistent readings, or of all where none is; the most moving choice first
};

}  // namespace reddline
