#include "audit/reference_period.hpp"

#include <map>
#include <string>
#include <utility>

#include "audit/evidence_text.hpp"
#include "domain/loss_product.hpp"

namespace reddline::audit {

namespace {

using Years = std::pair<int, int>;

/// Names of the reference levels that rest on each period of years.
std::map<Years, std::string> names_by_period(const AuditCase& audit) {
    std::map<Years, std::string> names;
    for (const ReferenceSource& source : audit.references) {
        const HistoryRule* const history = source.history();
        if (history == nullptr) continue;
        add_part(names[{history->period.first().value(), history->period.last().value()}], source.name);
    }
    return names;
}

}  // namespace

Findings check_reference_period(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    const bool monitors_later = audit.monitoring && audit.monitoring->last_year().value() >= newer_sensors_from;
    for (const auto& [years, names] : names_by_period(audit)) {
        const auto [first, last] = years;
        if (first < improved_detection_from && last >= improved_detection_from) {
            findings.push_back({"reference_period_break", Severity::warning, names,
                                "The reference period crosses 2010/2011, where the loss product's method changed: its "
                                "first part saw less loss, which lowers the reference level and the credits.",
                                years_text(first, last)});
        }
        if (last < newer_sensors_from && monitors_later) {
            findings.push_back({"reference_before_2015", Severity::warning, names,
                                "The reference period ends before 2015 and monitoring runs after: later years detect "
                                "more loss, so expected loss is too low against observed loss.",
                                years_text(first, last)});
        }
    }
    return findings;
}

}  // namespace reddline::audit
