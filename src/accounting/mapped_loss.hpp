#pragma once

#include <cstddef>

#include "accounting/workings.hpp"
#include "domain/activity_data.hpp"
#include "domain/reading.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"
#include "domain/zone_loss.hpp"

namespace reddline::accounting {

/// Forest of a stratum that is left at the start of a year; the year may be one past the product's last.
///
/// Source: docs/equations.md, Eq. 4
[[nodiscard]] Tally forest_at_start(const StratumLoss& stratum, LossYear year, const LossCodes& codes);

/// Activity data of the loss route: area lost per stratum and year of the product, every stratum that was
/// ever forest.
///
/// Source: docs/equations.md, Eq. 20
[[nodiscard]] ActivityData loss_activity(const Workings& workings, std::size_t zone, const Reading& reading);

}  // namespace reddline::accounting
