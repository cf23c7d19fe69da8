#include "accounting/workings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "accounting/loss_by_cover.hpp"
#include "accounting/map_change.hpp"

namespace reddline::accounting {

namespace {

/// The look at one crosstab that readings share: minimum area and strata map.
using Look = std::pair<double, std::optional<std::size_t>>;

}  // namespace

Workings::Workings(const AuditCase& audit, std::span<const std::size_t> zones, std::span<const Reading> readings)
    : Workings(audit, std::make_shared<const Nation>(nation_of(audit, readings)), zones, readings) {}

Workings::Workings(const AuditCase& audit, std::shared_ptr<const Nation> nation, std::span<const std::size_t> zones,
                   std::span<const Reading> readings)
    : audit_{&audit}, nation_{std::move(nation)} {
    if (!audit.has_pixels()) return;
    add_loss(zones, readings);
    const auto pair = map_pair(audit);
    if (!pair.given()) return;
    for (const std::size_t zone : zones)
        changes_.try_emplace(zone, map_transitions(audit, zone, pair.value()));
}

Workings Workings::of_zones(std::span<const std::size_t> zones, std::span<const Reading> readings) const {
    return {*audit_, nation_, zones, readings};
}

Workings::Nation Workings::nation_of(const AuditCase& audit, std::span<const Reading> readings) {
    Nation nation;
    for (const Reading& reading : readings) {
        if (audit.transitions_of(reading) == nullptr) continue;
        const ProbabilityKey key{reading.annualise, reading.intervals};
        auto found = nation.probabilities.find(key);
        if (found == nation.probabilities.end()) {
            found = nation.probabilities
                        .emplace(key, yearly_probabilities(*audit.transitions, reading.annualise, reading.intervals))
                        .first;
        }
        const CarbonTable* const factors = audit.factors_of(reading);
        if (!found->second.given() || factors == nullptr) continue;
        const RateKey rate_key{reading.annualise, reading.intervals, reading.arcs, reading.post, reading.factors};
        if (nation.rates.contains(rate_key)) continue;
        nation.rates.emplace(rate_key, national_rates(found->second.value(), *factors, reading.arcs, reading.post));
    }
    return nation;
}

void Workings::add_loss(std::span<const std::size_t> zones, std::span<const Reading> readings) {
    std::map<Look, std::set<ForestRule>> rules;
    for (const Reading& reading : readings)
        rules[{reading.forest.min_area_ha, reading.strata_map}].insert(reading.forest);
    for (const auto& [look, forest_rules] : rules) {
        const auto& [min_area_ha, map] = look;
        for (const std::size_t zone : zones) {
            const LossByCover table(audit_->crosstab(min_area_ha), zone, audit_->maps, map, audit_->codes);
            for (const ForestRule& rule : forest_rules)
                losses_.try_emplace({zone, map, rule}, table.at(rule));
        }
    }
}

const ZoneLoss& Workings::loss(std::size_t zone, const Reading& reading) const {
    return losses_.at({zone, reading.strata_map, reading.forest});
}

const Answer<YearlyProbabilities>& Workings::probabilities(const Reading& reading) const {
    return nation_->probabilities.at({reading.annualise, reading.intervals});
}

const NationalRates& Workings::rates(const Reading& reading) const {
    return nation_->rates.at({reading.annualise, reading.intervals, reading.arcs, reading.post, reading.factors});
}

std::vector<std::size_t> zones_behind(const AuditCase& audit, std::size_t zone) {
    std::set<std::size_t> zones{zone};
    const auto add_named = [&](const std::string& name) {
        if (const auto index = audit.zone_index(name)) zones.insert(*index);
    };
    for (const std::size_t belt : audit.belts_of(zone))
        zones.insert(belt);
    for (const ReferenceSource& source : audit.references) {
        if (const HistoryRule* const history = source.history()) add_named(history->zone);
        if (const auto* const national = std::get_if<NationalLevel>(&source.rule)) add_named(national->jurisdiction);
    }
    return {zones.begin(), zones.end()};
}

}  // namespace reddline::accounting
