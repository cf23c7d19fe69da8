#include "domain/sample_evidence.hpp"

#include <algorithm>
#include <iterator>

namespace reddline {

bool SampleEvidence::speaks_of(const std::string& zone_name) const {
    if (!zone.empty()) return zone == zone_name;
    if (zone_name.empty()) return false;
    return std::ranges::find(estimates.areas, zone_name, &AreaEstimate::zone) != estimates.areas.end();
}

std::vector<SampledLoss> SampleEvidence::losses_in(const std::string& zone_name) const {
    std::vector<SampledLoss> found;
    if (!speaks_of(zone_name)) return found;
    const std::string domain = zone.empty() ? zone_name : std::string{};
    std::ranges::copy_if(losses, std::back_inserter(found),
                         [&](const SampledLoss& loss) { return loss.zone == domain; });
    return found;
}

std::optional<SampledLoss> SampleEvidence::sum_in(const std::string& zone_name, const std::string& from) const {
    if (!speaks_of(zone_name)) return std::nullopt;
    const std::string domain = zone.empty() ? zone_name : std::string{};
    const auto found =
        std::ranges::find_if(sums, [&](const SampledLoss& loss) { return loss.zone == domain && loss.from == from; });
    return found == sums.end() ? std::nullopt : std::optional(*found);
}

bool SampleEvidence::names_destinations() const {
    return std::ranges::any_of(changes, [](const SampledChange& change) { return change.to.has_value(); });
}

}  // namespace reddline
