#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/zone.hpp"
#include "raster/grid.hpp"
#include "raster/run_table.hpp"

namespace reddline::gdal_io {

/// Where the features of one or more zones come from. Paths are resolved.
struct ZoneSource {
    Zone zone;  ///< name and role; with `split_by`, the name is the prefix
    std::string path;
    std::string layer;     ///< empty = the only layer
    std::string where;     ///< OGR SQL; empty = all features
    std::string split_by;  ///< attribute; empty = one zone
};

/// A zone after its features were read: its place in the list is the area index of its spans.
struct ZoneFeatures {
    Zone zone;
    std::int64_t features = 0;
    std::int64_t repaired = 0;       ///< features whose geometry was invalid and was repaired
    std::string repair_reason;       ///< of the first one, in GEOS's words; empty when none
    std::int64_t pixels_beyond = 0;  ///< pixel centres of the zone that lie beyond the grid's edges
};

/// The zones on a grid.
struct ZonesOnGrid {
    std::vector<ZoneFeatures> zones;
    std::vector<raster::Span> spans;  ///< pixels inside the grid whose centre lies in a zone (area = index in `zones`)
    std::vector<std::string> files;   ///< every file that was read
};

/// Every file that belongs to the sources, in their order, side files included; no feature is read.
///
/// Errors: those of read_zones that opening a source makes.
[[nodiscard]] std::vector<std::string> zone_files(const std::vector<ZoneSource>& sources);

/// Reads all zones and burns them to spans by the pixel-centre rule. Geometries in another coordinate
/// reference system are transformed, with edges refined until they are true to a hundredth of a pixel;
/// invalid ones are repaired and counted.
///
/// With `split_by`, zones are named "<name>/<attribute value>" in the order of their values.
/// Errors: Error{missing_file, unreadable_file, crs_missing, zone_empty, table_malformed} naming file and
/// zone.
[[nodiscard]] ZonesOnGrid read_zones(const std::vector<ZoneSource>& sources, const raster::Grid& grid);

}  // namespace reddline::gdal_io
