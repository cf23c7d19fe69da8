#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "report/strings.hpp"

namespace reddline::report {

/// So many zones all have their names on the map; of more, those that have room for it.
inline constexpr std::size_t most_named_zones = 12;

/// The picture of maps.json as SVG, its pixels as PNG in base64, with the outlines and names of the zones, a scale bar and north.
/// `says` is its text alternative.
[[nodiscard]] std::string map_picture(const Strings& say, const nlohmann::ordered_json& maps,
                                      const std::string& png_base64, const std::string& says);

/// The years of loss and their colours from left to right, the period marked.
[[nodiscard]] std::string year_strip(const Strings& say, const nlohmann::ordered_json& maps);

}  // namespace reddline::report
