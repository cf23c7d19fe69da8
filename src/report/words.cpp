#include "report/words.hpp"

#include <algorithm>
#include <cstdint>
#include <variant>

#include "domain/demonstration.hpp"
#include "domain/number_text.hpp"
#include "domain/reading_scope.hpp"

namespace reddline::report {

namespace {

bool is_demonstration_rule(const ReferenceSource& reference) {
    if (const auto* const rate = std::get_if<LossRate>(&reference.rule)) return is_demonstration(rate->source());
    const auto* const national = std::get_if<NationalLevel>(&reference.rule);
    return national != nullptr && is_demonstration(national->source);
}

/// Nothing where the reading has none of several that are given.
template <class Named>
std::string name_of(const Named* named) {
    return named == nullptr ? std::string{} : named->name;
}

std::string value_text(const AuditCase& audit, const Reading& reading, Choice choice) {
    switch (choice) {
        case Choice::route:
            return std::string(to_string(reading.route));
        case Choice::strata:
            return strata_text(audit, reading);
        case Choice::canopy_pct:
            return shortest(reading.forest.canopy_pct);
        case Choice::canopy_rule:
            return std::string(to_string(reading.forest.canopy_rule));
        case Choice::min_area:
            return shortest(reading.forest.min_area_ha);
        case Choice::factors:
            return name_of(audit.factors_of(reading));
        case Choice::annualise:
            return std::string(to_string(reading.annualise));
        case Choice::intervals:
            return std::string(to_string(reading.intervals));
        case Choice::arcs:
            return std::string(to_string(reading.arcs));
        case Choice::areas:
            return std::string(to_string(reading.areas));
        case Choice::post:
            return std::string(to_string(reading.post));
        case Choice::reference:
            return name_of(audit.reference_of(reading));
    }
    return {};
}

/// Why credits are no more than an upper bound; empty when they are not one.
std::string upper_bound_text(const CreditTotals& totals) {
    if (!totals.is_upper_bound()) return {};
    if (totals.unseen_belts == 0) return "no displacement belt: loss that moved elsewhere is not counted";
    return "the route says nothing about " + counted(static_cast<std::int64_t>(totals.unseen_belts), "belt") +
           ": loss that moved there is not counted";
}

}  // namespace

std::string strata_text(const AuditCase& audit, const Reading& reading) {
    return reading.strata_map ? audit.maps[*reading.strata_map].name : std::string{};
}

std::string choice_text(const AuditCase& audit, const Reading& reading, Choice choice) {
    return has_part(audit, reading, choice) ? value_text(audit, reading, choice) : std::string{};
}

const std::array<Choice, 6>& level_choices() {
    static constexpr std::array choices{Choice::factors, Choice::annualise, Choice::intervals,
                                        Choice::arcs,    Choice::areas,     Choice::post};
    return choices;
}

std::string mapping_text(const Strings& say, const AuditCase& audit, const Reading& reading) {
    const std::string route(to_string(reading.route));
    if (!audit.has_pixels()) return say("default.declared", {{"route", route}});
    const std::string strata = strata_text(audit, reading);
    const std::string text = strata.empty() ? say("default.without_strata", {{"route", route}})
                                            : say("default.with_strata", {{"route", route}, {"strata", strata}});
    if (reading.route == Route::maps) return text;
    return say("default.and_forest", {{"before", text}, {"forest", reading.forest.text()}});
}

std::string reading_text(const Strings& say, const AuditCase& audit, const Reading& reading) {
    std::vector<std::string> parts{mapping_text(say, audit, reading)};
    const auto add = [&](Choice choice, std::string_view named = {}) {
        const std::string value = choice_text(audit, reading, choice);
        if (!value.empty()) parts.push_back(named.empty() ? value : say(named, {{"value", value}}));
    };
    if (audit.factor_sets.size() > 1) add(Choice::factors, "default.factors");
    add(Choice::arcs);
    add(Choice::post);
    add(Choice::reference, "default.reference");
    add(Choice::annualise);
    add(Choice::intervals);
    add(Choice::areas, "default.areas");
    return say.joined("list.semicolon", parts);
}

std::string label_text(const Strings& say, const AuditCase& audit, const std::vector<Entered>& entered) {
    std::vector<std::string> labels;
    if (!audit.label.empty()) labels.push_back(audit.label);
    const auto add = [&](Entered kind, bool is_demonstration_value, std::string_view words) {
        const bool counts = is_demonstration_value && std::ranges::find(entered, kind) != entered.end();
        if (counts) labels.push_back(say(words));
    };
    add(Entered::factors, std::ranges::any_of(audit.factor_sets, &CarbonTable::is_demonstration), "label.factors");
    add(Entered::reference_level, std::ranges::any_of(audit.references, is_demonstration_rule),
        "label.reference_level");
    add(Entered::deductions,
        std::ranges::any_of(audit.deductions,
                            [](const Deduction& deduction) { return is_demonstration(deduction.source); }),
        "label.deduction");
    add(Entered::claim, audit.claim && is_demonstration(audit.claim->source), "label.claim");
    add(Entered::sample, audit.sample && is_demonstration(audit.sample->sample.source), "label.sample");
    return say.joined("list.semicolon", labels);
}

std::string label_text(const Strings& say, const std::string& label, const ReferenceSample& sample) {
    std::vector<std::string> labels;
    if (!label.empty()) labels.push_back(label);
    if (is_demonstration(sample.source)) labels.push_back(say("label.sample"));
    return say.joined("list.semicolon", labels);
}

std::string label_text(const Strings& say, const AuditCase& audit) {
    return label_text(
        say, audit, {Entered::factors, Entered::reference_level, Entered::deductions, Entered::claim, Entered::sample});
}

std::string reading_label(const AuditCase& audit, Route route) {
    return label_text(english(), audit,
                      by_route(route, {Entered::factors, Entered::reference_level, Entered::deductions}));
}

std::vector<Entered> by_route(Route route, std::vector<Entered> entered) {
    if (route == Route::reported) entered.push_back(Entered::claim);
    if (route == Route::sample) entered.push_back(Entered::sample);
    return entered;
}

std::string caveats_text(const std::vector<Caveat>& caveats) {
    std::string text;
    for (const Caveat caveat : caveats)
        text.append(text.empty() ? "" : "; ").append(to_string(caveat));
    return text;
}

std::string_view status_name(Credits credits) {
    return credits > Credits{} ? "creditable" : "not-creditable";
}

std::string_view status_name(const CreditTotals& totals) {
    return totals.is_upper_bound() ? "upper-bound" : "computed";
}

std::string reason_text(const CreditTotals& totals, const std::vector<Caveat>& caveats) {
    const std::string bound = upper_bound_text(totals);
    const std::string doubts = caveats_text(caveats);
    return bound + (bound.empty() || doubts.empty() ? "" : "; ") + doubts;
}

}  // namespace reddline::report
