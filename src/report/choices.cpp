#include "report/choices.hpp"

#include <algorithm>
#include <string_view>

#include "report/words.hpp"

namespace reddline::report {

namespace {

std::string_view meaning_of(Route route) {
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

std::string_view meaning_of(ReferenceKind reference) {
    switch (reference) {
        case ReferenceKind::transitions:
            return "what is expected follows from the national table of transitions, applied to the zone's forest";
        case ReferenceKind::rate_of_forest:
            return "a flat share of the zone's forest is expected to be lost every year";
        case ReferenceKind::rate_of_territory:
            return "a flat share of the zone's whole area is expected to be lost every year";
        case ReferenceKind::history:
            return "what is expected is the mean of a zone's own past emissions";
    }
    return {};
}

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

/// Adds a line about a choice, unless it is there.
template <class Choice>
void add(const std::string& prefix, Choice choice, std::vector<std::string>& lines) {
    std::string line = prefix + std::string(to_string(choice)) + ": " + std::string(meaning_of(choice)) + ".";
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
}

}  // namespace

std::vector<std::string> choice_lines(const AuditResult& results) {
    std::vector<Reading> readings{results.default_reading};
    for (const ReadingResult& result : results.readings)
        readings.push_back(result.reading);
    std::vector<std::string> lines;
    for (const Reading& reading : readings)
        add("route ", reading.route, lines);
    for (const Reading& reading : readings)
        add("", reading.arcs, lines);
    for (const Reading& reading : readings)
        add("", reading.post, lines);
    for (const Reading& reading : readings) {
        if (reading.reference) add("reference level from ", *reading.reference, lines);
        if (!uses_transitions(reading)) continue;
        add("", reading.annualise, lines);
        add("", reading.intervals, lines);
        add("areas ", reading.areas, lines);
    }
    return lines;
}

}  // namespace reddline::report
