#pragma once

#include <string>
#include <vector>

#include "cli/load_tables.hpp"
#include "gdal_io/landscape.hpp"
#include "gdal_io/zone_source.hpp"
#include "store/cut_zones.hpp"

namespace reddline::cli {

/// The zones of an audit on its loss tiles, and every file that they come from.
struct ZonesOnTiles {
    store::CutZones cut;
    std::vector<std::string> files;
};

/// Where the features of an audit's zones come from.
[[nodiscard]] std::vector<gdal_io::ZoneSource> zone_sources(const LoadedTables& tables);

/// Reads the zones of an audit and cuts them to the pixels of its loss tiles.
///
/// Errors: those of gdal_io::read_zones; Error{zone_outside, zone_empty, tile_missing}.
[[nodiscard]] ZonesOnTiles cut_zones(const LoadedTables& tables, const gdal_io::Landscape& landscape);

}  // namespace reddline::cli
