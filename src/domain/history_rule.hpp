#pragma once

#include <string>

#include "domain/year.hpp"

namespace reddline {

/// How the emissions of a reference zone carry over to the zone that is judged (Eq. 19).
enum class HistoryScale {
    forest_area,  ///< by forest area: emissions per hectare of forest
    none,         ///< as they are
};

/// The history of a zone as reference level.
struct HistoryRule {
    std::string zone;  ///< empty: every zone by its own history
    ReferencePeriod period;
    HistoryScale scale = HistoryScale::forest_area;
};

}  // namespace reddline
