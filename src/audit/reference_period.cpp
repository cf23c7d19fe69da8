#include "audit/reference_period.hpp"

#include <string>

namespace reddline::audit {

namespace {

constexpr int improved_detection_from = 2011;  // Global Forest Watch: loss from 2011 on comes from an improved method.
constexpr int newer_sensors_from = 2015;  // and detection of small loss rose again with newer satellites and methods.

std::string years_of(const HistoryRule& history) {
    return std::to_string(history.period.first().value()) + "-" + std::to_string(history.period.last().value());
}

}  // namespace

Findings check_reference_period(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.history) return findings;
    const ReferencePeriod& period = audit.history->period;
    if (period.first().value() < improved_detection_from && period.last().value() >= improved_detection_from) {
        findings.push_back({"reference_period_break", Severity::warning, audit.history->zone,
                            "The reference period crosses 2010/2011, where the loss product's method "
                            "changed: its first part "
                            "saw less loss, which lowers the reference level and the credits.",
                            years_of(*audit.history)});
    }
    const bool monitors_later = audit.monitoring && audit.monitoring->last_year().value() >= newer_sensors_from;
    if (period.last().value() < newer_sensors_from && monitors_later) {
        findings.push_back({"reference_before_2015", Severity::warning, audit.history->zone,
                            "The reference period ends before 2015 and monitoring runs after: later years "
                            "detect more loss, so "
                            "expected loss is too low against observed loss.",
                            years_of(*audit.history)});
    }
    return findings;
}

}  // namespace reddline::audit
