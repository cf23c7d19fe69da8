#include "accounting/open_choices.hpp"

#include <algorithm>
#include <string>

#include "accounting/factor_coverage.hpp"
#include "accounting/map_change.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "domain/reading_scope.hpp"

namespace reddline::accounting {

namespace {

std::vector<Route> open_routes(const AuditCase& audit) {
    std::vector<Route> routes;
    if (audit.has_pixels()) routes.push_back(Route::loss);
    if (audit.has_pixels() && map_pair(audit).given()) routes.push_back(Route::maps);
    const bool is_sampled = audit.sample && audit.sample->shows_loss();
    const bool is_reported = audit.claim && !audit.claim->losses.empty();
    // Where neither is there, the reported route says what is missing.
    if (is_reported || (!audit.has_pixels() && !is_sampled)) routes.push_back(Route::reported);
    if (is_sampled) routes.push_back(Route::sample);
    return routes;
}

std::vector<std::optional<std::size_t>> open_maps(const AuditCase& audit) {
    std::vector<std::optional<std::size_t>> maps{baseline_map(audit.maps)};
    for (std::size_t map = 0; map < audit.maps.size(); ++map) {
        const bool is_earlier = audit.monitoring && audit.maps[map].year < audit.monitoring->first_year().value();
        if (is_earlier && maps.front() != map) maps.emplace_back(map);
    }
    return maps;
}

/// The first value, and the others behind it without repeating it.
template <class Value>
std::vector<Value> led_by(Value first, const std::vector<Value>& others) {
    std::vector<Value> values{first};
    for (const Value& value : others) {
        if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
    return values;
}

/// The destination's stock is open where any factor set holds all of them, and comes first where the default set does.
std::vector<PostStock> open_post(const AuditCase& audit) {
    const auto is_complete = [&](const CarbonTable& factors) {
        return destinations_without_stock(audit, factors).empty();
    };
    if (std::ranges::none_of(audit.factor_sets, is_complete)) return {PostStock::zero};
    if (is_complete(audit.factor_sets.front())) return {PostStock::post_stock, PostStock::zero};
    return {PostStock::zero, PostStock::post_stock};
}

std::vector<std::optional<std::size_t>> open_references(const AuditCase& audit) {
    std::vector<std::optional<std::size_t>> references;
    for (std::size_t i = 0; i < audit.references.size(); ++i)
        references.emplace_back(i);
    if (references.empty()) references.emplace_back(std::nullopt);
    return references;
}

/// Keeps the values that [readings] lists for a choice, in its order; all when it lists none.
template <class Value, class NameOf>
void keep_listed(const AuditCase& audit, Choice choice, NameOf name_of, std::vector<Value>& values) {
    const auto limit = audit.limits.find(choice);
    if (limit == audit.limits.end()) return;
    std::vector<Value> kept;
    for (const ListedValue& wanted : limit->second) {
        const auto found = std::ranges::find(values, wanted.text, name_of);
        if (found == values.end()) {
            std::string known;
            for (const Value& value : values)
                known += (known.empty() ? "" : ", ") + name_of(value);
            if (known.empty()) known = "none";
            throw Error(ErrorCode::audit_file, wanted.place,
                        "readings." + std::string(to_string(choice)) + ": expected values that the inputs allow (" +
                            known + "), found '" + wanted.text + "'; leave it out, or give the input that it needs");
        }
        kept.push_back(*found);
    }
    values = kept;
}

/// Puts the value of [forest] first, which is the default: [readings] must not quietly overrule it.
template <class Value, class NameOf>
void begin_with_forest(const AuditCase& audit, Choice choice, Value of_forest, NameOf name_of,
                       std::vector<Value>& values) {
    const auto limit = audit.limits.find(choice);
    if (limit == audit.limits.end()) return;
    const auto place = std::ranges::find(values, of_forest);
    if (place == values.end()) {
        throw Error(ErrorCode::audit_file, limit->second.front().place,
                    "readings." + std::string(to_string(choice)) + ": expected the value of [forest], " +
                        name_of(of_forest) + ", among the values, since it is the default, found '" +
                        limit->second.front().text + "' and no such value; add it here, or change [forest]");
    }
    std::rotate(values.begin(), place, place + 1);
}

/// Stops at values of choices about pixels where there are none.
void expect_counted_choices(const AuditCase& audit) {
    if (audit.has_pixels()) return;
    for (const Choice choice : {Choice::strata, Choice::canopy_pct, Choice::canopy_rule, Choice::min_area}) {
        const auto limit = audit.limits.find(choice);
        if (limit == audit.limits.end() || limit->second.empty()) continue;
        const ListedValue& wanted = limit->second.front();
        throw Error(ErrorCode::audit_file, wanted.place,
                    "readings." + std::string(to_string(choice)) +
                        ": expected no value, because an audit of tables alone counts no pixels, found '" +
                        wanted.text + "'; leave it out");
    }
}

void keep_listed(const AuditCase& audit, OpenChoices& open) {
    expect_counted_choices(audit);
    const auto word = [](auto value) { return std::string(to_string(value)); };
    const auto number = [](double value) { return shortest(value); };
    const auto map_name = [&](std::optional<std::size_t> map) { return map ? audit.maps[*map].name : std::string{}; };
    const auto set_name = [&](std::size_t set) {
        return set < audit.factor_sets.size() ? audit.factor_sets[set].name : std::string{};
    };
    const auto reference_name = [&](std::optional<std::size_t> reference) {
        return reference ? audit.references[*reference].name : std::string{};
    };
    keep_listed(audit, Choice::route, word, open.routes);
    keep_listed(audit, Choice::strata, map_name, open.strata_maps);
    keep_listed(audit, Choice::canopy_pct, number, open.canopy_pct);
    keep_listed(audit, Choice::canopy_rule, word, open.canopy_rules);
    keep_listed(audit, Choice::min_area, number, open.min_area_ha);
    begin_with_forest(audit, Choice::canopy_pct, audit.forest.canopy_pct, number, open.canopy_pct);
    begin_with_forest(audit, Choice::canopy_rule, audit.forest.canopy_rule, word, open.canopy_rules);
    begin_with_forest(audit, Choice::min_area, audit.forest.min_area_ha, number, open.min_area_ha);
    keep_listed(audit, Choice::factors, set_name, open.factors);
    keep_listed(audit, Choice::annualise, word, open.annualise);
    keep_listed(audit, Choice::intervals, word, open.intervals);
    keep_listed(audit, Choice::arcs, word, open.arcs);
    keep_listed(audit, Choice::areas, word, open.areas);
    keep_listed(audit, Choice::post, word, open.post);
    keep_listed(audit, Choice::reference, reference_name, open.references);
}

}  // namespace

OpenChoices open_choices(const AuditCase& audit) {
    const bool has_several_intervals = audit.transitions && audit.transitions->intervals.size() > 1;
    OpenChoices open{.routes = open_routes(audit),
                     .strata_maps = open_maps(audit),
                     .canopy_pct = led_by(audit.forest.canopy_pct, audit.canopy_sweep),
                     .canopy_rules = led_by(audit.forest.canopy_rule, {CanopyRule::greater, CanopyRule::at_least}),
                     .min_area_ha = led_by(audit.forest.min_area_ha, {0.0}),
                     .factors = {},
                     .annualise = {Annualise::linear, Annualise::compound, Annualise::matrix_root},
                     .intervals = has_several_intervals ? std::vector{Intervals::pooled, Intervals::mean}
                                                        : std::vector{Intervals::pooled},
                     .arcs = {Arcs::option_1, Arcs::option_2},
                     .areas = {AreaModel::constant, AreaModel::markov},
                     .post = open_post(audit),
                     .references = open_references(audit)};
    for (std::size_t set = 0; set < std::max<std::size_t>(1, audit.factor_sets.size()); ++set)
        open.factors.push_back(set);
    keep_listed(audit, open);
    return open;
}

Reading default_reading(const AuditCase& audit) {
    const OpenChoices open = open_choices(audit);
    Reading reading{.route = open.routes.front(),
                    .strata_map = open.strata_maps.front(),
                    .forest = audit.forest,
                    .factors = open.factors.front(),
                    .annualise = open.annualise.front(),
                    .intervals = open.intervals.front(),
                    .arcs = open.arcs.front(),
                    .areas = open.areas.front(),
                    .post = open.post.front(),
                    .reference = open.references.front()};
    reading.forest.canopy_pct = open.canopy_pct.front();
    reading.forest.canopy_rule = open.canopy_rules.front();
    reading.forest.min_area_ha = open.min_area_ha.front();
    return without_idle_choices(audit, reading, reading);
}

}  // namespace reddline::accounting
