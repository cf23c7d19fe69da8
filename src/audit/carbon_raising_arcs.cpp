#include "audit/carbon_raising_arcs.hpp"

#include <string>

namespace reddline::audit {

namespace {

std::string joined(const std::vector<std::string>& arcs) {
    std::string text;
    for (const std::string& arc : arcs)
        text += (text.empty() ? "" : "; ") + arc;
    return text;
}

}  // namespace

Findings check_carbon_raising_arcs(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ReadingResult& result : results.readings) {
        if (!result.answer.given() || result.reading.route != Route::loss || result.answer.value().left_out.empty())
            continue;
        findings.push_back({"carbon_raising_arc", Severity::note, audit.zones[result.zone].zone.name,
                            "Under " + std::string(to_string(result.reading.arcs)) +
                                " the national table holds transitions to as much or more carbon; they are left out.",
                            joined(result.answer.value().left_out)});
    }
    return findings;
}

}  // namespace reddline::audit
