#include "domain/zone.hpp"

#include <array>
#include <utility>

namespace reddline {

namespace {

constexpr std::array<std::pair<ZoneRole, std::string_view>, 6> role_names{{
    {ZoneRole::project, "project"},
    {ZoneRole::displacement_belt, "displacement_belt"},
    {ZoneRole::reference_region, "reference_region"},
    {ZoneRole::jurisdiction, "jurisdiction"},
    {ZoneRole::donor, "donor"},
    {ZoneRole::other, "other"},
}};

}  // namespace

std::string_view to_string(ZoneRole role) {
    for (const auto& [value, name] : role_names) {
        if (value == role) return name;
    }
    return "other";
}

std::optional<ZoneRole> zone_role_of(std::string_view wanted) {
    for (const auto& [value, name] : role_names) {
        if (name == wanted) return value;
    }
    return std::nullopt;
}

}  // namespace reddline
