#include "audit/carbon_raising_arcs.hpp"

#include <string>

#include "audit/evidence_text.hpp"

namespace reddline::audit {

Findings check_carbon_raising_arcs(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ZoneStatement& of_zone : results.statements) {
        if (!of_zone.answer.given() || of_zone.answer.value().left_out.empty()) continue;
        const Statement& statement = of_zone.answer.value();
        std::string arcs;
        for (const std::string& arc : statement.left_out)
            add_part(arcs, arc, "; ");
        findings.push_back({"carbon_raising_arc", Severity::note, audit.zones[of_zone.zone].zone.name,
                            "Under " + std::string(to_string(statement.reading.arcs)) +
                                " the national table holds transitions to as much or more carbon; they are left out.",
                            arcs});
    }
    return findings;
}

}  // namespace reddline::audit
