#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/claim.hpp"
#include "domain/stratum_question.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::tests {

/// Two maps dated before the monitoring period, which need not agree: ours is the baseline, theirs is another.
std::vector<StrataMap> two_earlier_maps();

/// One reported loss of evergreen, deciduous, or other land, without a destination.
ReportedLoss reported(const std::string& from, int year, double area_ha, const std::string& zone = "project");

/// A claim that reports losses of the project and nothing else.
Claim claim_of(std::vector<ReportedLoss> losses);

/// A mix with its shares.
LossMix mix_of(MixSource source, std::optional<std::size_t> map,
               const std::vector<std::pair<std::string, double>>& areas_ha);

/// Area of a stratum in a mix; 0 where it is not in it.
double area_ha_in(const LossMix& mix, const std::string& stratum);

}  // namespace reddline::tests
