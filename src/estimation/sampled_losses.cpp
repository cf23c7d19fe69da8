#include "estimation/sampled_losses.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "estimation/sample_domain.hpp"
#include "estimation/stratified_ratio.hpp"

namespace reddline::estimation {

namespace {

using LossKind = std::pair<std::string, std::optional<std::string>>;  // from and to

std::vector<SampledLoss> losses_of(const ReferenceSample& sample,
                                   const std::map<LossKind, std::vector<std::string>>& classes) {
    std::vector<SampledLoss> losses;
    for (const std::string& zone : domains_of(sample)) {
        const SampleDomain domain(sample, zone);
        for (const auto& [kind, names] : classes) {
            const auto is_lost = [&](const SampledPoints& points) {
                return std::ranges::find(names, points.reference) != names.end();
            };
            losses.push_back({zone, kind.first, kind.second, stratified_total(domain.scored("", is_lost, any_point))});
        }
    }
    return losses;
}

}  // namespace

std::vector<SampledLoss> sampled_losses(const ReferenceSample& sample, const std::vector<SampledChange>& changes) {
    std::map<LossKind, std::vector<std::string>> classes;
    for (const SampledChange& change : changes)
        classes[{change.from, change.to}].push_back(change.name);
    return losses_of(sample, classes);
}

std::vector<SampledLoss> sampled_sums(const ReferenceSample& sample, const std::vector<SampledChange>& changes) {
    std::map<LossKind, std::vector<std::string>> classes;
    for (const SampledChange& change : changes)
        classes[{change.from, std::nullopt}].push_back(change.name);
    return losses_of(sample, classes);
}

}  // namespace reddline::estimation
