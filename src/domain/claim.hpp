#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline {

/// Loss that the project itself reports.
struct ReportedLoss {
    std::string zone;
    std::string from;               ///< the stratum that was lost
    std::optional<std::string> to;  ///< what it became; nothing: not forest, and nothing stands on it
    LossYear year;
    Hectares area;
};

/// An amount that a claim states for the whole monitoring period.
enum class ClaimItem { reference_level, project_emissions, displaced_emissions, reductions, credits };

/// The item as it stands in tables, for example `reference_level`.
[[nodiscard]] std::string_view to_string(ClaimItem item);

/// What a reported loss of a year that lies only partly in the monitoring period speaks of.
enum class ReportedYears {
    period,    ///< the part of the year that lies in the period
    calendar,  ///< the whole year: it is taken by days (Eq. 6)
};

/// What a project says about itself.
struct Claim {
    std::string zone;  ///< the project zone it speaks of
    std::map<ClaimItem, TonnesCO2e> items;
    std::vector<ReportedLoss> losses;
    ReportedYears reported_years = ReportedYears::period;
    std::string strata_map;             ///< the map that its forest types are read from; empty = not known
    std::optional<Hectares> area;       ///< of the project
    std::optional<Hectares> lost_area;  ///< loss of the period where it is known without forest types
    std::string source;

    /// The amount of an item; nothing when the claim does not state it.
    [[nodiscard]] std::optional<TonnesCO2e> amount(ClaimItem item) const {
        const auto found = items.find(item);
        return found == items.end() ? std::nullopt : std::optional(found->second);
    }
    /// True when it reports losses of a zone.
    [[nodiscard]] bool reports(const std::string& zone_name) const;
    /// True when it says of any loss what the land became.
    [[nodiscard]] bool names_destinations() const;
};

}  // namespace reddline
