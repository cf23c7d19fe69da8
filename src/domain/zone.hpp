#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reddline {

/// What a zone is for.
enum class ZoneRole { project, displacement_belt, reference_region, jurisdiction, donor, other };

/// The role as it stands in the audit file, for example `displacement_belt`.
[[nodiscard]] std::string_view to_string(ZoneRole role);

/// The role of that name; nothing when there is none.
[[nodiscard]] std::optional<ZoneRole> zone_role_of(std::string_view name);

/// An area for which results are stated. Zones may overlap.
struct Zone {
    std::string name;
    ZoneRole role = ZoneRole::other;
    std::string entry;    ///< the [[zones]] entry it comes from; equals `name` unless split by an attribute
    std::string project;  ///< for a displacement belt: the project it belongs to; empty when there is only one
    friend bool operator==(const Zone&, const Zone&) = default;
};

}  // namespace reddline
