#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/reference_sample.hpp"
#include "domain/zone_list.hpp"
#include "estimation/stratified_ratio.hpp"

namespace reddline::estimation {

/// Every domain of a sample: the whole area, called by an empty name, and the zones that strata or points name, sorted.
[[nodiscard]] std::vector<std::string> domains_of(const ReferenceSample& sample);

/// A condition that every point meets.
[[nodiscard]] constexpr bool any_point(const SampledPoints&) {
    return true;
}

/// The sample as a domain sees it: points of the whole area or of one zone.
///
/// Looks at a sample and a name that must outlive it.
class SampleDomain {
public:
    SampleDomain(const ReferenceSample& sample, const std::string& zone) : sample_{sample}, zone_{zone} {}

    [[nodiscard]] bool holds(const SampledPoints& points) const { return zone_.empty() || lies_in(points.zone, zone_); }

    /// The strata that may hold a part of the domain, and of one map class where `mapped` names it, with the scores that
    /// `is_y` and `is_x` give to their points.
    template <class IsY, class IsX>
    [[nodiscard]] std::vector<ScoredStratum> scored(const std::string& mapped, IsY is_y, IsX is_x) const {
        std::vector<ScoredStratum> strata;
        for (std::size_t i = 0; i < sample_.strata.size(); ++i) {
            const SampledStratum& stratum = sample_.strata[i];
            const bool is_elsewhere = !zone_.empty() && !stratum.zone.empty() && !lies_in(stratum.zone, zone_);
            if (is_elsewhere || (!mapped.empty() && stratum.name != mapped)) continue;
            strata.push_back({stratum.area.value(), stratum.units, {}});
            for (const SampledPoints& points : sample_.points) {
                if (points.stratum != i || points.points == 0) continue;
                const bool is_x_here = holds(points) && is_x(points);
                const bool is_y_here = is_x_here && is_y(points);
                strata.back().scores.push_back({is_y_here ? 1.0 : 0.0, is_x_here ? 1.0 : 0.0, points.points});
            }
        }
        return strata;
    }

    template <class Is>
    [[nodiscard]] std::int64_t points(Is is) const {
        std::int64_t sum = 0;
        for (const SampledPoints& row : sample_.points)
            sum += holds(row) && is(row) ? row.points : 0;
        return sum;
    }

    /// Mapped area of a class; nothing where the strata do not tell it.
    [[nodiscard]] std::optional<Hectares> mapped_area(const std::string& name) const;
    /// The stratum to which user's accuracy of a class is confined; empty where any may hold it.
    [[nodiscard]] std::string stratum_of(const std::string& name) const {
        return sample_.kind == SampleStrata::map_classes ? name : std::string{};
    }

private:
    const ReferenceSample& sample_;
    const std::string& zone_;
};

}  // namespace reddline::estimation
