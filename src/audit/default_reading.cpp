#include "audit/default_reading.hpp"

#include <string>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

Findings check_default_reading(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const std::size_t zone : project_zones(audit)) {
        const auto readings = readings_of(results.readings, zone);
        if (readings.empty() || !readings.front().answer.given() || readings.front().caveats.empty()) continue;
        const ReadingResult& first = readings.front();
        std::string caveats;
        for (const Caveat caveat : first.caveats)
            add_part(caveats, std::string(to_string(caveat)), "; ");
        findings.push_back({"inconsistent_default_reading", Severity::warning, audit.zones[zone].zone.name,
                            "The default reading does not treat what was expected and what is observed alike; look at "
                            "the consistent readings beside it.",
                            caveats + "; its credits: " +
                                t_text(TonnesCO2e::of(static_cast<double>(first.answer.value().credits.tCO2e)))});
    }
    return findings;
}

}  // namespace reddline::audit
