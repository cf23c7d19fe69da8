#pragma once

#include <cstddef>
#include <string>

#include "domain/units.hpp"

namespace reddline {

/// Area of one stratum of a zone at the start of the monitoring period, declared in a table instead of counted.
struct DeclaredArea {
    std::size_t zone = 0;  ///< index into the zone list
    std::string stratum;
    Hectares area;
};

}  // namespace reddline
