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
    : audit_{&audit} {
    if (audit.has_pixels()) add_loss(zones, readings);
    if (const auto pair = map_pair(audit); audit.has_pixels() && pair.given()) {
        for (const std::size_t zone : zones)
            changes_.try_emplace(zone, map_transitions(audit, zone, pair.value()));
    }
    for (const Reading& reading : readings) {
        if (audit.transitions_of(reading) != nullptr) add_rates(reading);
    }
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

void Workings::add_rates(const Reading& reading) {
    const ProbabilityKey key{reading.annualise, reading.intervals};
    auto found = probabilities_.find(key);
    if (found == probabilities_.end()) {
        found = probabilities_
                    .emplace(key, yearly_probabilities(*audit_->transitions, reading.annualise, reading.intervals))
                    .first;
    }
    if (!found->second.given() || audit_->factors_of(reading) == nullptr) return;
    const RateKey rate_key{reading.annualise, reading.intervals, reading.arcs, reading.post, reading.factors};
    if (rates_.contains(rate_key)) return;
    rates_.emplace(rate_key,
                   national_rates(found->second.value(), *audit_->factors_of(reading), reading.arcs, reading.post));
}

const ZoneLoss& Workings::loss(std::size_t zone, const Reading& reading) const {
    return losses_.at({zone, reading.strata_map, reading.forest});
}

const Answer<YearlyProbabilities>& Workings::probabilities(const Reading& reading) const {
    return probabilities_.at({reading.annualise, reading.intervals});
}

const NationalRates& Workings::rates(const Reading& reading) const {
    return rates_.at({reading.annualise, reading.intervals, reading.arcs, reading.post, reading.factors});
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
