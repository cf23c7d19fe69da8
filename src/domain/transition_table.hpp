#pragma once

#include <string>
#include <vector>

#include "domain/stratum.hpp"
#include "domain/units.hpp"

namespace reddline {

/// Area that moved from one class to another within one interval of a national map series.
struct Transition {
    std::string from;
    std::string to;
    Hectares area;
};

/// National transitions between two years, from < to.
struct TransitionInterval {
    int start_year = 0;
    int end_year = 0;
    std::vector<Transition> transitions;
    [[nodiscard]] int years() const { return end_year - start_year; }
};

/// National transitions of one or more intervals in order of their start, and what each class is.
struct TransitionTable {
    std::string name;             ///< file name without folder
    std::vector<Stratum> strata;  ///< every class that occurs
    std::vector<TransitionInterval> intervals;
};

}  // namespace reddline
