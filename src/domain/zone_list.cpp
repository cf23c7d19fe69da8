#include "domain/zone_list.hpp"

#include <algorithm>

namespace reddline {

std::vector<std::string> zones_in(std::string_view place) {
    std::vector<std::string> zones;
    while (!place.empty()) {
        const std::size_t end = place.find(between_zones);
        zones.emplace_back(place.substr(0, end));
        place.remove_prefix(end == std::string_view::npos ? place.size() : end + between_zones.size());
    }
    return zones;
}

bool lies_in(std::string_view place, std::string_view zone) {
    if (place == zone) return true;
    const std::vector<std::string> zones = zones_in(place);
    return std::ranges::find(zones, zone) != zones.end();
}

}  // namespace reddline
