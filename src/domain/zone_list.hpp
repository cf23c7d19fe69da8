#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reddline {

/// Between the names of zones that a place lies in at the same time.
inline constexpr std::string_view between_zones = " + ";

/// The names in "park + buffer", in their order; none in an empty text.
[[nodiscard]] std::vector<std::string> zones_in(std::string_view place);

/// True when a place lies in the zone, alone or among others.
[[nodiscard]] bool lies_in(std::string_view place, std::string_view zone);

}  // namespace reddline
