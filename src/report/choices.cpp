#include "report/choices.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "domain/reading_scope.hpp"

namespace reddline::report {

namespace {

std::string meaning_of(const Strings& say, Route route) {
    if (route == Route::reported) return say("meaning.reported");
    if (route == Route::sample) return say("meaning.sample");
    return say(route == Route::loss ? "meaning.loss" : "meaning.maps");
}

std::string meaning_of(const Strings& say, Arcs arcs) {
    return say(arcs == Arcs::option_1 ? "meaning.option_1" : "meaning.option_2");
}

std::string meaning_of(const Strings& say, PostStock post) {
    return say(post == PostStock::post_stock ? "meaning.post_stock" : "meaning.zero");
}

/// What a reference level rests on.
struct ReferenceMeaning {
    const Strings& say;

    std::string operator()(const NationalTransitions&) const { return say("meaning.transitions"); }
    std::string operator()(const LossRate& rate) const {
        return say(rate.base() == RateBase::forest ? "meaning.rate_of_forest" : "meaning.rate_of_area");
    }
    std::string operator()(const NationalLevel& national) const {
        return say("meaning.national", {{"key", std::string(to_string(national.key))}});
    }
    std::string operator()(const HistoryRule& history) const {
        if (history.zone.empty()) return say("meaning.own_history");
        return say("meaning.history", {{"zone", history.zone}});
    }
};

std::string meaning_of(const Strings& say, Annualise annualise) {
    switch (annualise) {
        case Annualise::linear:
            return say("meaning.linear");
        case Annualise::compound:
            return say("meaning.compound");
        case Annualise::matrix_root:
            return say("meaning.matrix_root");
    }
    return {};
}

std::string meaning_of(const Strings& say, Intervals intervals) {
    return say(intervals == Intervals::pooled ? "meaning.pooled" : "meaning.mean");
}

std::string meaning_of(const Strings& say, AreaModel areas) {
    return say(areas == AreaModel::constant ? "meaning.static" : "meaning.markov");
}

/// Lines in the order of their first appearance, each once.
class Lines {
public:
    explicit Lines(const Strings& say) : say_{say} {}

    /// What a value means, under the name that `named` says for it.
    template <class Choice>
    void add(std::string_view named, Choice choice) {
        add(say_(named, {{"value", std::string(to_string(choice))}, {"meaning", meaning_of(say_, choice)}}));
    }
    void add(const std::string& line) {
        if (std::ranges::find(lines_, line) == lines_.end()) lines_.push_back(line);
    }
    [[nodiscard]] const std::vector<std::string>& list() const { return lines_; }

private:
    const Strings& say_;
    std::vector<std::string> lines_;
};

/// The default reading, which speaks of every zone, and all readings of the projects.
template <class Add>
void for_readings_with(const AuditCase& audit, const AuditResult& results, Choice choice, Add add) {
    if (has_part(audit, results.default_reading, choice)) add(results.default_reading);
    for (const ReadingResult& result : results.readings) {
        if (has_part(audit, result.reading, choice)) add(result.reading);
    }
}

}  // namespace

std::string question_of(const Strings& say, Choice choice) {
    switch (choice) {
        case Choice::route:
            return say("question_of.route");
        case Choice::strata:
            return say("question_of.strata");
        case Choice::canopy_pct:
            return say("question_of.canopy_pct");
        case Choice::canopy_rule:
            return say("question_of.canopy_rule");
        case Choice::min_area:
            return say("question_of.min_area");
        case Choice::factors:
            return say("question_of.factors");
        case Choice::annualise:
            return say("question_of.annualise");
        case Choice::intervals:
            return say("question_of.intervals");
        case Choice::arcs:
            return say("question_of.arcs");
        case Choice::areas:
            return say("question_of.areas");
        case Choice::post:
            return say("question_of.post");
        case Choice::reference:
            return say("question_of.reference");
    }
    return {};
}

std::vector<std::string> choice_lines(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    Lines lines(say);
    for_readings_with(audit, results, Choice::route, [&](const Reading& r) { lines.add("choice.route", r.route); });
    for_readings_with(audit, results, Choice::arcs, [&](const Reading& r) { lines.add("choice.value", r.arcs); });
    for_readings_with(audit, results, Choice::post, [&](const Reading& r) { lines.add("choice.value", r.post); });
    for_readings_with(audit, results, Choice::reference, [&](const Reading& r) {
        if (const ReferenceSource* const source = audit.reference_of(r))
            lines.add(say("choice.reference",
                          {{"value", source->name}, {"meaning", std::visit(ReferenceMeaning{say}, source->rule)}}));
    });
    for_readings_with(audit, results, Choice::annualise,
                      [&](const Reading& r) { lines.add("choice.value", r.annualise); });
    for_readings_with(audit, results, Choice::intervals,
                      [&](const Reading& r) { lines.add("choice.value", r.intervals); });
    for_readings_with(audit, results, Choice::areas, [&](const Reading& r) { lines.add("choice.areas", r.areas); });
    return lines.list();
}

}  // namespace reddline::report
