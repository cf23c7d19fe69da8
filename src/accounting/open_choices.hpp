#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/forest_rule.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// Every value of every choice that the inputs allow and [readings] does not exclude, the default of each first.
struct OpenChoices {
    std::vector<Route> routes;
    std::vector<std::optional<std::size_t>> strata_maps;  ///< the baseline map, then others dated before the monitoring
    std::vector<double> canopy_pct;
    std::vector<CanopyRule> canopy_rules;
    std::vector<double> min_area_ha;
    std::vector<std::size_t> factors;
    std::vector<Annualise> annualise;
    std::vector<Intervals> intervals;
    std::vector<Arcs> arcs;
    std::vector<AreaModel> areas;
    std::vector<PostStock> post;
    std::vector<std::optional<std::size_t>> references;
};

/// The choices that are open in this audit.
///
/// Errors: Error{audit_file} with `name:line:column` when [readings] names a value that the inputs do not allow, listing
///         those that they do.
/// Source: docs/equations.md, Eq. 24
[[nodiscard]] OpenChoices open_choices(const AuditCase& audit);

/// The reading that takes the first value of every choice.
[[nodiscard]] Reading default_reading(const AuditCase& audit);

}  // namespace reddline::accounting
