#include "unit/accounting/disputed_case.hpp"

#include <optional>

namespace reddline::tests {

std::vector<StrataMap> two_earlier_maps() {
    return {{"ours", 2017, StrataRole::baseline, small_legend()},
            {"theirs", 2018, StrataRole::independent, small_legend()}};
}

ReportedLoss reported(const std::string& from, int year, double area_ha, const std::string& zone) {
    return {zone, from, std::nullopt, LossYear{year}, Hectares::of(area_ha)};
}

Claim claim_of(std::vector<ReportedLoss> losses) {
    Claim claim;
    claim.zone = "project";
    claim.losses = std::move(losses);
    claim.source = "a test";
    return claim;
}

LossMix mix_of(MixSource source, std::optional<std::size_t> map,
               const std::vector<std::pair<std::string, double>>& areas_ha) {
    LossMix mix{source, map, {}, {}};
    double sum_ha = 0.0;
    for (const auto& [stratum, area_ha] : areas_ha)
        sum_ha += area_ha;
    for (const auto& [stratum, area_ha] : areas_ha)
        mix.strata.push_back({stratum, Hectares::of(area_ha), area_ha / sum_ha});
    return mix;
}

double area_ha_in(const LossMix& mix, const std::string& stratum) {
    double area_ha = 0.0;
    for (const StratumShare& row : mix.strata)
        area_ha += row.stratum == stratum ? row.area.value() : 0.0;
    return area_ha;
}

}  // namespace reddline::tests
