#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/forest_rule.hpp"
#include "domain/reading.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline {

/// One number of an audit: the loss of one stratum of a zone in one year.
struct LossOfStratum {
    std::size_t zone = 0;
    std::string stratum;
    LossYear year;
};

/// One step from all pixels of a zone to that number.
struct FilterStep {
    std::string text;  ///< what holds for the pixels that are left
    Tally taken;       ///< taken out by this step
    Tally left;
};

/// Pixels lost in the year by the stratum that the map shows; empty = it has none there.
struct LossByStratum {
    std::string stratum;
    Tally lost;
};

/// What another threshold of canopy cover would leave, without patch filter.
struct CanopyAlternative {
    double canopy_pct = 0.0;  ///< cover above it counts
    Tally stratum;            ///< of the stratum
    Tally zone;               ///< of all land of the zone, whatever the map shows
};

/// How all pixels of a zone become the loss of one stratum in one year, step by step.
struct FilterSteps {
    LossOfStratum question;
    Reading reading;
    std::vector<FilterStep> steps;  ///< the first takes nothing out, the last leaves what counts as loss
    std::vector<LossByStratum> strata;
    std::vector<CanopyAlternative> alternatives;
    std::optional<double> fraction;         ///< share of the year in the monitoring period; nothing without one
    std::optional<TonnesCO2ePerHa> factor;  ///< nothing where the loss has none
    std::optional<TonnesCO2e>
        emission;                      ///< of the part in the monitoring period; nothing where one of them is not known
    std::vector<std::string> remarks;  ///< what a reader must know beside the numbers
};

}  // namespace reddline
