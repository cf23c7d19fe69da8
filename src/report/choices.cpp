#include "report/choices.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "domain/reading_scope.hpp"

namespace reddline::report {

namespace {

std::string_view meaning_of(Route route) {
    if (route == Route::reported) return "loss and its forest types are those that the claim reports";
    return route == Route::loss
               ? "forest loss is taken year by year from the loss product, and its forest type from the "
                 "strata map; what stands afterwards is not known"
               : "loss is what one strata map shows as forest and a later one as something else, spread "
                 "evenly over the years between";
}

std::string_view meaning_of(Arcs arcs) {
    return arcs == Arcs::option_1 ? "only forest that becomes something else counts"
                                  : "forest that becomes another type of forest with less carbon counts as well";
}

std::string_view meaning_of(PostStock post) {
    return post == PostStock::post_stock
               ? "the carbon that stands on the land afterwards is subtracted from what was lost"
               : "nothing is taken to stand on land that is not forest any more";
}

/// What a reference level rests on.
struct ReferenceMeaning {
    std::string operator()(const NationalTransitions&) const {
        return "what is expected follows from the national table of transitions, applied to the zone's forest";
    }
    std::string operator()(const LossRate& rate) const {
        return std::string("a flat share of the zone's ") +
               (rate.base() == RateBase::forest ? "forest" : "whole area") + " is expected to be lost every year";
    }
    std::string operator()(const NationalLevel& national) const {
        return "the zone's part of the national reference level, shared by " + std::string(to_string(national.key)) +
               ", is expected every year";
    }
    std::string operator()(const HistoryRule& history) const {
        return "what is expected is the mean of the past emissions of " +
               (history.zone.empty() ? "the zone itself" : "'" + history.zone + "'");
    }
};

std::string_view meaning_of(Annualise annualise) {
    switch (annualise) {
        case Annualise::linear:
            return "a loss over several years is divided by their number";
        case Annualise::compound:
            return "a loss over several years is turned into the yearly share that compounds to it";
        case Annualise::matrix_root:
            return "the yearly table is the root of the table over several years";
    }
    return {};
}

std::string_view meaning_of(Intervals intervals) {
    return intervals == Intervals::pooled ? "several national intervals are added up, so that long ones weigh more"
                                          : "several national intervals weigh the same";
}

std::string_view meaning_of(AreaModel areas) {
    return areas == AreaModel::constant ? "the forest that the reference level applies to stays as it was at the start"
                                        : "the forest that the reference level applies to shrinks year by year";
}

/// Lines in the order of their first appearance, each once.
class Lines {
public:
    template <class Choice>
    void add(const std::string& prefix, Choice choice) {
        add(prefix + std::string(to_string(choice)) + ": " + std::string(meaning_of(choice)) + ".");
    }
    void add(const std::string& line) {
        if (std::ranges::find(lines_, line) == lines_.end()) lines_.push_back(line);
    }
    [[nodiscard]] const std::vector<std::string>& list() const { return lines_; }

private:
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

std::string_view question_of(Choice choice) {
    switch (choice) {
        case Choice::route:
            return "how the loss is observed";
        case Choice::strata:
            return "which forest-type map is believed";
        case Choice::canopy_pct:
            return "from which canopy cover on it is forest";
        case Choice::canopy_rule:
            return "whether the canopy threshold itself is forest";
        case Choice::min_area:
            return "from which patch size on it is forest";
        case Choice::factors:
            return "which carbon factors hold";
        case Choice::annualise:
            return "how loss over several years becomes loss per year";
        case Choice::intervals:
            return "how several national intervals are weighed";
        case Choice::arcs:
            return "whether change among forest types counts";
        case Choice::areas:
            return "whether the forest at risk shrinks over the years";
        case Choice::post:
            return "whether what stands afterwards is subtracted";
        case Choice::reference:
            return "which reference level holds";
    }
    return {};
}

std::vector<std::string> choice_lines(const AuditCase& audit, const AuditResult& results) {
    Lines lines;
    for_readings_with(audit, results, Choice::route, [&](const Reading& r) { lines.add("route ", r.route); });
    for_readings_with(audit, results, Choice::arcs, [&](const Reading& r) { lines.add("", r.arcs); });
    for_readings_with(audit, results, Choice::post, [&](const Reading& r) { lines.add("", r.post); });
    for_readings_with(audit, results, Choice::reference, [&](const Reading& r) {
        if (const ReferenceSource* const source = audit.reference_of(r))
            lines.add("reference level " + source->name + ": " + std::visit(ReferenceMeaning{}, source->rule) + ".");
    });
    for_readings_with(audit, results, Choice::annualise, [&](const Reading& r) { lines.add("", r.annualise); });
    for_readings_with(audit, results, Choice::intervals, [&](const Reading& r) { lines.add("", r.intervals); });
    for_readings_with(audit, results, Choice::areas, [&](const Reading& r) { lines.add("areas ", r.areas); });
    return lines.list();
}

}  // namespace reddline::report
