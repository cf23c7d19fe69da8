#include "estimation/sample_domain.hpp"

#include <set>

namespace reddline::estimation {

std::vector<std::string> domains_of(const ReferenceSample& sample) {
    std::set<std::string> domains{std::string{}};
    const auto add = [&](const std::string& place) {
        for (std::string& zone : zones_in(place))
            domains.insert(std::move(zone));
    };
    for (const SampledStratum& stratum : sample.strata)
        add(stratum.zone);
    for (const SampledPoints& points : sample.points)
        add(points.zone);
    return {domains.begin(), domains.end()};
}

std::optional<Hectares> SampleDomain::mapped_area(const std::string& name) const {
    if (sample_.kind != SampleStrata::map_classes) return std::nullopt;
    Hectares area;
    for (const SampledStratum& stratum : sample_.strata) {
        if (!zone_.empty() && stratum.zone.empty()) return std::nullopt;
        if (stratum.name == name && (zone_.empty() || lies_in(stratum.zone, zone_))) area += stratum.area;
    }
    return area;
}

}  // namespace reddline::estimation
