#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace reddline {

/// What happens at exactly the threshold (Eq. 3).
enum class CanopyRule {
    greater,   ///< cover > threshold, as Global Forest Watch does
    at_least,  ///< cover >= threshold
};

/// The rule as it stands in the audit file: `greater` or `at-least`.
[[nodiscard]] std::string_view to_string(CanopyRule rule);

/// How many neighbours a pixel has when patches are formed.
enum class PatchNeighbours : std::uint8_t { four = 4, eight = 8 };

/// Which pixels were forest in 2000 (Eq. 3 and 5).
struct ForestRule {
    double canopy_pct = 0.0;
    CanopyRule canopy_rule = CanopyRule::greater;
    double min_area_ha = 0.0;  ///< 0 = no patch filter
    PatchNeighbours neighbours = PatchNeighbours::eight;

    /// True when a pixel of that canopy cover is forest in 2000; patches are the crosstab's business.
    ///
    /// Source: docs/equations.md, Eq. 3
    [[nodiscard]] bool is_forest(std::uint8_t cover_pct) const {
        return canopy_rule == CanopyRule::greater ? cover_pct > canopy_pct : cover_pct >= canopy_pct;
    }
    /// In words, for example "canopy cover > 30 %, patches of at least 0.5 ha (8 neighbours)".
    [[nodiscard]] std::string text() const;
    friend auto operator<=>(const ForestRule&, const ForestRule&) = default;
};

}  // namespace reddline
