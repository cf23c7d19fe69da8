#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/carbon_stock.hpp"
#include "domain/crosstab.hpp"
#include "domain/deduction.hpp"
#include "domain/forest_rule.hpp"
#include "domain/history_rule.hpp"
#include "domain/loss_rate.hpp"
#include "domain/stratum.hpp"
#include "domain/transition_table.hpp"
#include "domain/year.hpp"
#include "domain/zone_extent.hpp"

namespace reddline {

/// Everything an audit looks at, once the pixels are counted: the accounting and the checks read nothing
/// else.
struct AuditCase {
    std::string title;
    std::string label;  ///< stated in every output, such as "synthetic landscape"; empty = none
    std::string release;
    LossCodes codes;
    ForestRule forest;
    std::vector<double> canopy_sweep;
    std::vector<StrataMap> maps;
    std::vector<ZoneExtent> zones;
    std::vector<CrosstabOfArea> crosstabs;  ///< minimum area 0 first
    std::optional<CarbonTable> factors;
    std::optional<TransitionTable> transitions;
    std::optional<LossRate> rate;
    std::optional<HistoryRule> history;
    std::optional<MonitoringPeriod> monitoring;
    std::vector<Deduction> deductions;

    /// The crosstab for a minimum area; it must be one of `crosstabs`.
    [[nodiscard]] const Crosstab& crosstab(double min_area_ha) const;
    /// Index of the zone of that name; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> zone_index(const std::string& name) const;
};

}  // namespace reddline
