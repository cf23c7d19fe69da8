#include "report/words.hpp"

#include <algorithm>

#include "domain/demonstration.hpp"

namespace reddline::report {

std::string strata_text(const AuditCase& audit, const Reading& reading) {
    return reading.strata_map ? audit.maps[*reading.strata_map].name : std::string{};
}

bool uses_transitions(const Reading& reading) {
    return reading.reference == ReferenceKind::transitions;
}

std::string mapping_text(const AuditCase& audit, const Reading& reading) {
    std::string text = "route " + std::string(to_string(reading.route));
    const std::string strata = strata_text(audit, reading);
    text += strata.empty() ? "; no strata map" : "; strata " + strata;
    if (reading.route == Route::loss) text += "; forest is " + reading.forest.text();
    return text;
}

std::string reading_text(const AuditCase& audit, const Reading& reading) {
    std::string text = mapping_text(audit, reading);
    text += "; " + std::string(to_string(reading.arcs)) + "; " + std::string(to_string(reading.post));
    if (reading.reference) text += "; reference level from " + std::string(to_string(*reading.reference));
    if (uses_transitions(reading)) {
        text += "; " + std::string(to_string(reading.annualise)) + "; " + std::string(to_string(reading.intervals)) +
                "; " + std::string(to_string(reading.areas)) + " areas";
    }
    return text;
}

std::string label_text(const AuditCase& audit) {
    std::string text = audit.label;
    const auto add = [&](const std::string& words) { text += (text.empty() ? "" : "; ") + words; };
    const auto is_marked = [](const Deduction& deduction) { return is_demonstration(deduction.source); };
    if (audit.factors && audit.factors->is_demonstration()) add("demonstration factors");
    if (audit.rate && is_demonstration(audit.rate->source())) add("demonstration rate");
    if (std::ranges::any_of(audit.deductions, is_marked)) add("demonstration deduction");
    return text;
}

}  // namespace reddline::report
