#include "audit/part_year.hpp"

#include <string>

namespace reddline::audit {

Findings check_part_year(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    if (!audit.monitoring || results.readings.empty()) return findings;
    const std::string message =
        audit.has_pixels()
            ? "The loss product dates loss to a year, not a day: the year's loss is taken by its share of days."
            : "A year lies only partly in the monitoring period: what is expected of it is taken by its share of days.";
    for (int y = audit.monitoring->first_year().value(); y <= audit.monitoring->last_year().value(); ++y) {
        const LossYear year{y};
        if (audit.monitoring->days_in(year) == days_in_year(year)) continue;
        findings.push_back({"part_year", Severity::note, "monitoring period", message,
                            std::to_string(y) + ": " + std::to_string(audit.monitoring->days_in(year)) + " of " +
                                std::to_string(days_in_year(year)) + " days"});
    }
    return findings;
}

}  // namespace reddline::audit
