#include "domain/forest_rule.hpp"

#include "domain/number_text.hpp"

namespace reddline {

std::string_view to_string(CanopyRule rule) {
    return rule == CanopyRule::greater ? "greater" : "at-least";
}

std::string ForestRule::text() const {
    std::string words =
        "canopy cover " + std::string(canopy_rule == CanopyRule::greater ? "> " : ">= ") + shortest(canopy_pct) + " %";
    if (min_area_ha > 0.0) {
        words += ", patches of at least " + shortest(min_area_ha) + " ha (" +
                 std::to_string(static_cast<int>(neighbours)) + " neighbours)";
    }
    return words;
}

}  // namespace reddline
