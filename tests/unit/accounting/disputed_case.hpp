#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/claim.hpp"
#include "domain/stratum_question.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::tests {

/// Two maps dated before the monitoring period, which need not agree: ours is the baseline, theirs is another.
inline std::vector<StrataMap> two_earlier_maps() {
    return {{"ours", 2017, StrataRole::baseline, small_legend()},
            {"theirs", 2018, StrataRole::independent, small_legend()}};
}

/// One reported loss of evergreen, deciduous, or other land, without a destination.
inline ReportedLoss reported(const std::string& from, int year, double area_ha, const std::string& zone = "project") {
    return {zone, from, std::nullopt, LossYear{year}, Hectares::of(area_ha)};
}

/// A claim that reports losses of the project and nothing else.
inline Claim claim_of(std::vector<ReportedLoss> losses) {
    Claim claim;
    claim.zone = "project";
    claim.losses = std::move(losses);
    claim.source = "a test";
    return claim;
}

/// A mix with its shares.
inline LossMix mix_of(MixSource source, std::optional<std::size_t> map,
                      const std::vector<std::pair<std::string, double>>& areas_ha) {
    LossMix mix{source, map, {}, {}};
    double sum_ha = 0.0;
    for (const auto& [stratum, area_ha] : areas_ha)
        sum_ha += area_ha;
    for (const auto& [stratum, area_ha] : areas_ha)
        mix.strata.push_back({stratum, Hectares::of(area_ha), area_ha / sum_ha});
    return mix;
}

/// Area of a stratum in a mix; 0 where it is not in it.
inline double area_ha_in(const LossMix& mix, const std::string& stratum) {
    double area_ha = 0.0;
    for (const StratumShare& row : mix.strata)
        area_ha += row.stratum == stratum ? row.area.value() : 0.0;
    return area_ha;
}

}  // namespace reddline::tests
