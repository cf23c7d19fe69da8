#include "domain/sample_evidence.hpp"

#include <algorithm>
#include <iterator>

namespace reddline {

namespace {

std::vector<SampledLoss> of_domain(const std::vector<SampledLoss>& all, const std::optional<std::string>& domain) {
    std::vector<SampledLoss> found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const SampledLoss& loss) { return domain && loss.zone == *domain; });
    return found;
}

}  // namespace

std::optional<std::string> SampleEvidence::domain_of(const std::string& zone_name) const {
    if (!zone.empty()) return zone == zone_name ? std::optional(std::string{}) : std::nullopt;
    const bool is_named = !zone_name.empty() &&
                          std::ranges::find(estimates.areas, zone_name, &AreaEstimate::zone) != estimates.areas.end();
    return is_named ? std::optional(zone_name) : std::nullopt;
}

std::vector<SampledLoss> SampleEvidence::losses_in(const std::string& zone_name) const {
    return of_domain(losses, domain_of(zone_name));
}

std::vector<SampledLoss> SampleEvidence::sums_in(const std::string& zone_name) const {
    return of_domain(sums, domain_of(zone_name));
}

bool SampleEvidence::names_destinations() const {
    return std::ranges::any_of(changes, [](const SampledChange& change) { return change.to.has_value(); });
}

}  // namespace reddline
