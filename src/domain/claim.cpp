#include "domain/claim.hpp"

#include <algorithm>

namespace reddline {

std::string_view to_string(ClaimItem item) {
    switch (item) {
        case ClaimItem::reference_level:
            return "reference_level";
        case ClaimItem::project_emissions:
            return "project_emissions";
        case ClaimItem::displaced_emissions:
            return "displaced_emissions";
        case ClaimItem::reductions:
            return "reductions";
        case ClaimItem::credits:
            return "credits";
    }
    return {};
}

bool Claim::reports(const std::string& zone_name) const {
    return std::ranges::any_of(losses, [&](const ReportedLoss& loss) { return loss.zone == zone_name; });
}

bool Claim::names_destinations() const {
    return std::ranges::any_of(losses, [](const ReportedLoss& loss) { return loss.to.has_value(); });
}

}  // namespace reddline
