#include "audit/displacement.hpp"

#include <string>

#include "domain/number_text.hpp"

namespace reddline::audit {

Findings check_displacement(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ReadingResult& result : results.readings) {
        if (!result.answer.given() || result.reading.route != Route::loss || result.reading.arcs != Arcs::option_1)
            continue;
        const Statement& statement = result.answer.value();
        const std::string& project = audit.zones[result.zone].zone.name;
        if (!statement.displaced) {
            findings.push_back({"displacement_not_counted", Severity::warning, project,
                                "No displacement belt is given: loss that moved elsewhere is not counted, and the "
                                "credits are an upper bound.",
                                "no zone of role displacement_belt"});
            continue;
        }
        for (const StatementYear& year : statement.years) {
            if (*year.displaced_unclamped >= TonnesCO2e{}) continue;
            findings.push_back(
                {"belt_below_reference", Severity::note, project,
                 "Less was emitted in the belt than its own reference level; the difference is never "
                 "credited.",
                 std::to_string(year.year.value()) + ": " + grouped(year.displaced_unclamped->value(), 0) + " tCO2e"});
        }
    }
    return findings;
}

}  // namespace reddline::audit
