#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/reading.hpp"
#include "report/map_sheets.hpp"

namespace reddline::report {

/// The picture of loss year over strata: its size, and what lies on it.
struct MapFrame {
    std::string file;
    std::int64_t side = 1;  ///< pixels of the grid along a side of a cell, which is a pixel of the picture
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    double cell_width_m = 0.0;  ///< on the ground, in its middle row
    /// Rings of each zone, in cells from the upper-left corner, x to the right and y down.
    std::vector<std::vector<std::vector<std::array<double, 2>>>> outlines;
};

/// maps.json: what the files of the maps are, and what their values and colours mean.
///
/// Shapes: `frame.outlines` has one entry per zone.
[[nodiscard]] std::string maps_json(const AuditCase& audit, const Reading& default_reading,
                                    const std::vector<MapSheet>& sheets, const MapFrame& frame);

}  // namespace reddline::report
