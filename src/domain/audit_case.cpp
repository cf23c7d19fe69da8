#include "domain/audit_case.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline {

const Crosstab& AuditCase::crosstab(double min_area_ha) const {
    const auto found = std::ranges::find(crosstabs, min_area_ha, &CrosstabOfArea::min_area_ha);
    if (found == crosstabs.end()) {
        throw Error(ErrorCode::crosstab_mismatch, "crosstab",
                    "expected a table for a minimum area of " + shortest(min_area_ha) +
                        " ha, found none; run the crosstab again with this audit file");
    }
    return found->crosstab;
}

std::optional<std::size_t> AuditCase::zone_index(const std::string& name) const {
    const auto found = std::ranges::find_if(zones, [&](const ZoneExtent& extent) { return extent.zone.name == name; });
    if (found == zones.end()) return std::nullopt;
    return static_cast<std::size_t>(found - zones.begin());
}

}  // namespace reddline
