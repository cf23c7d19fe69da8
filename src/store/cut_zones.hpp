#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/finding.hpp"
#include "domain/zone_extent.hpp"
#include "raster/run_table.hpp"

namespace reddline::store {

/// The zones of an audit, cut to the pixels of its loss tiles.
struct CutZones {
    std::vector<ZoneExtent> zones;  ///< without areas
    raster::RunTable runs;          ///< the areas are places in `zones`
    Findings findings;              ///< on the zones' geometry and overlaps
};

/// The bytes of a file that keeps cut zones; `key` stands for everything that they depend on.
[[nodiscard]] std::string cut_zones_bytes(const CutZones& zones, const std::string& key);

/// The zones that `cut_zones_bytes` made these bytes of; nothing when they are others, or damaged: whoever asks can cut the
/// zones anew.
[[nodiscard]] std::optional<CutZones> parse_cut_zones(std::string_view bytes, const std::string& key);

}  // namespace reddline::store
