#pragma once

#include <cstdint>
#include <vector>

#include "domain/cell_table.hpp"

namespace reddline {

/// The counted pixels that lie in exactly these zones.
///
/// Shapes: `zones` holds indexes into the list of zones, ascending; `tables` has one entry per minimum area.
struct SetTables {
    std::vector<std::uint32_t> zones;
    std::vector<CellTable> tables;
    friend auto operator<=>(const SetTables&, const SetTables&) = default;
};

}  // namespace reddline
