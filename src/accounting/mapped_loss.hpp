#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/activity_data.hpp"
#include "domain/audit_case.hpp"
#include "domain/crosstab.hpp"
#include "domain/forest_rule.hpp"
#include "domain/reading.hpp"
#include "domain/stratum.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"
#include "domain/zone_loss.hpp"

namespace reddline::accounting {

/// Sorts the bins of a zone into forest, loss by stratum and year, and loss outside forest.
///
/// Excluded strata are not forest at any canopy cover.
/// Shapes: `map` indexes `maps`; without it all forest is the stratum `unstratified`.
/// Source: docs/equations.md, Eq. 3, 4
[[nodiscard]] ZoneLoss mapped_loss(const Crosstab& crosstab, std::size_t zone, const std::vector<StrataMap>& maps,
                                   std::optional<std::size_t> map, const ForestRule& rule, const LossCodes& codes);

/// Forest of a stratum that is left at the start of a year; the year may be one past the product's last.
///
/// Source: docs/equations.md, Eq. 4
[[nodiscard]] Tally forest_at_start(const StratumLoss& stratum, LossYear year, const LossCodes& codes);

/// Activity data of the loss route: area lost per stratum and year of the product, every stratum that was
/// ever forest.
///
/// Source: docs/equations.md, Eq. 20
[[nodiscard]] ActivityData loss_activity(const AuditCase& audit, std::size_t zone, const Reading& reading);

}  // namespace reddline::accounting
