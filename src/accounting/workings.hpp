#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "accounting/national_rates.hpp"
#include "accounting/yearly_probability.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/map_transition.hpp"
#include "domain/reading.hpp"
#include "domain/zone_loss.hpp"

namespace reddline::accounting {

/// What many readings of a case share, worked out once: mapped loss by zone and forest rule, and yearly national rates.
///
/// Looks at an AuditCase that must outlive it. It holds what `zones` and `readings` ask for and nothing else; asking for
/// more is our own mistake.
class Workings {
public:
    Workings(const AuditCase& audit, std::span<const std::size_t> zones, std::span<const Reading> readings);

    /// The workings of `zones`, which take over the national rates of these: no zone has a part in them.
    ///
    /// Shapes: the choices of the reference level of `readings` are among those that these hold.
    [[nodiscard]] Workings of_zones(std::span<const std::size_t> zones, std::span<const Reading> readings) const;

    [[nodiscard]] const AuditCase& audit() const { return *audit_; }
    /// Forest and loss of a zone under the reading's strata map and forest rule; needs counted pixels.
    ///
    /// Source: docs/equations.md, Eq. 3, 4, 5
    [[nodiscard]] const ZoneLoss& loss(std::size_t zone, const Reading& reading) const;
    /// The change of a zone between the two maps of the maps route; empty where there are none.
    ///
    /// Source: docs/equations.md, Eq. 20
    [[nodiscard]] const std::vector<MapTransition>& map_changes(std::size_t zone) const { return changes_.at(zone); }
    /// The yearly national probabilities under the reading; needs national transitions.
    ///
    /// Source: docs/equations.md, Eq. 13, 14
    [[nodiscard]] const Answer<YearlyProbabilities>& probabilities(const Reading& reading) const;
    /// What a hectare of each national stratum loses and emits per year under the reading; likewise, and factors.
    ///
    /// Source: docs/equations.md, Eq. 11, 15
    [[nodiscard]] const NationalRates& rates(const Reading& reading) const;

private:
    using LossKey = std::tuple<std::size_t, std::optional<std::size_t>, ForestRule>;
    using ProbabilityKey = std::tuple<Annualise, Intervals>;
    using RateKey = std::tuple<Annualise, Intervals, Arcs, PostStock, std::size_t>;

    /// Yearly national probabilities and rates by the choices that they depend on.
    struct Nation {
        std::map<ProbabilityKey, Answer<YearlyProbabilities>> probabilities;
        std::map<RateKey, NationalRates> rates;
    };

    Workings(const AuditCase& audit, std::shared_ptr<const Nation> nation, std::span<const std::size_t> zones,
             std::span<const Reading> readings);

    [[nodiscard]] static Nation nation_of(const AuditCase& audit, std::span<const Reading> readings);
    void add_loss(std::span<const std::size_t> zones, std::span<const Reading> readings);

    const AuditCase* audit_;
    std::shared_ptr<const Nation> nation_;
    std::map<LossKey, ZoneLoss> losses_;
    std::map<std::size_t, std::vector<MapTransition>> changes_;
};

/// The zones that a statement of a zone looks at: itself, its belts, and every zone that a reference level names.
[[nodiscard]] std::vector<std::size_t> zones_behind(const AuditCase& audit, std::size_t zone);

}  // namespace reddline::accounting
