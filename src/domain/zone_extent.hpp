#pragma once

#include <cstdint>

#include "domain/crosstab.hpp"
#include "domain/zone.hpp"

namespace reddline {

/// A zone as it meets the grid.
struct ZoneExtent {
    Zone zone;
    std::int64_t features = 0;        ///< features that make up the zone
    std::int64_t repaired = 0;        ///< features whose geometry was invalid and was repaired
    Tally inside;                     ///< pixels whose centre lies in the zone and in the data
    std::int64_t outside_pixels = 0;  ///< pixels of the zone that no loss tile covers
    friend bool operator==(const ZoneExtent&, const ZoneExtent&) = default;
};

}  // namespace reddline
