#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "report/strings.hpp"

namespace reddline::report {

/// What the folder of the maps holds for the page.
struct MapFiles {
    std::string name;         ///< of the description, for messages
    std::string description;  ///< the text of maps.json
    std::string picture_png;  ///< the picture that it names, as it is stored
};

/// The section of the page with the map of loss year over strata and the zones on it.
///
/// Errors: nlohmann::json::exception where the description is something else.
[[nodiscard]] std::string html_map(const Strings& say, const nlohmann::ordered_json& audit, const MapFiles& files);

/// The same section where no maps were written: it says how to get them.
[[nodiscard]] std::string html_no_map(const Strings& say);

}  // namespace reddline::report
