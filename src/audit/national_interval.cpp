#include "audit/national_interval.hpp"

#include <string>

namespace reddline::audit {

Findings check_national_interval(const AuditCase& audit, const AuditResult& /*results*/) {
    if (!audit.transitions || !audit.monitoring) return {};
    const int first_year = audit.monitoring->first_year().value();
    std::string intervals;
    for (const TransitionInterval& interval : audit.transitions->intervals) {
        // An interval that ends in the year in which monitoring starts may end before it: the table has no days.
        if (interval.end_year <= first_year) continue;
        intervals += (intervals.empty() ? "" : ", ") + std::to_string(interval.start_year) + "-" +
                     std::to_string(interval.end_year);
    }
    if (intervals.empty()) return {};
    return {{"national_interval_in_monitoring", Severity::warning, audit.transitions->name,
             "National transitions end after monitoring has started: the reference level then holds some of what "
             "happened in the time that it is compared with.",
             "interval " + intervals + ", monitoring from " + std::to_string(first_year)}};
}

}  // namespace reddline::audit
