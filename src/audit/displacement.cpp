#include "audit/displacement.hpp"

#include <string>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

namespace {

Finding not_counted(const AuditCase& audit, const Statement& statement) {
    const std::string& project = audit.zones[statement.zone].zone.name;
    if (audit.belts_of(statement.zone).empty()) {
        return {"displacement_not_counted", Severity::warning, project,
                "No displacement belt is given: loss that moved elsewhere is not counted, and the credits are an upper "
                "bound.",
                "no zone of role displacement_belt"};
    }
    return {"displacement_not_counted", Severity::warning, project,
            "Loss in the displacement belt is not known: loss that moved elsewhere is not counted, and the credits are "
            "an upper bound.",
            "route " + std::string(to_string(statement.reading.route)) + " has no activity data of the belt"};
}

}  // namespace

Findings check_displacement(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ZoneStatement& of_zone : results.statements) {
        if (!of_zone.answer.given()) continue;
        const Statement& statement = of_zone.answer.value();
        if (statement.totals.is_upper_bound()) findings.push_back(not_counted(audit, statement));
        for (const StatementYear& year : statement.years) {
            if (!year.displaced_unclamped || !is_more(TonnesCO2e{}, *year.displaced_unclamped)) continue;
            findings.push_back(
                {"belt_below_reference", Severity::note, audit.zones[of_zone.zone].zone.name,
                 "Less was emitted in the belt than its own reference level; the difference is never credited.",
                 std::to_string(year.year.value()) + ": " + t_text(*year.displaced_unclamped)});
        }
    }
    return findings;
}

}  // namespace reddline::audit
