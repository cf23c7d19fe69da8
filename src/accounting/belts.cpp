#include "accounting/belts.hpp"

#include <algorithm>

namespace reddline::accounting {

std::vector<std::size_t> belts_of(const AuditCase& audit, std::size_t project) {
    const auto projects =
        std::ranges::count(audit.zones, ZoneRole::project, [](const ZoneExtent& extent) { return extent.zone.role; });
    std::vector<std::size_t> belts;
    for (std::size_t i = 0; i < audit.zones.size(); ++i) {
        const Zone& zone = audit.zones[i].zone;
        if (zone.role != ZoneRole::displacement_belt) continue;
        const Zone& owner = audit.zones[project].zone;
        const bool is_its_belt =
            zone.project.empty() ? projects == 1 : zone.project == owner.name || zone.project == owner.entry;
        if (is_its_belt) belts.push_back(i);
    }
    return belts;
}

}  // namespace reddline::accounting
