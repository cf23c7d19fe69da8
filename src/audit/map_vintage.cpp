#include "audit/map_vintage.hpp"

#include <set>
#include <string>

namespace reddline::audit {

namespace {

Finding newer(const StrataMap& map, const std::string& period, int first_year) {
    return {"map_newer_than_loss", Severity::warning, map.name,
            "The strata map is not dated before all loss of the " + period +
                ": forest that was lost by the map's date shows as what came after it, so its loss carries too little "
                "or no emission.",
            "map of " + std::to_string(map.year) + ", loss from " + std::to_string(first_year)};
}

Finding beyond_loss(const StrataMap& map, int last_year) {
    return {"map_beyond_loss_years", Severity::warning, map.name,
            "The strata map is dated after the last year of the loss product: check its year, since no loss of the "
            "product comes after it.",
            "map of " + std::to_string(map.year) + ", loss up to " + std::to_string(last_year)};
}

/// First years of the reference periods, each once.
std::set<int> history_starts(const AuditCase& audit) {
    std::set<int> years;
    for (const ReferenceSource& source : audit.references) {
        if (const HistoryRule* const history = source.history()) years.insert(history->period.first().value());
    }
    return years;
}

}  // namespace

Findings check_map_vintage(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    if (!results.default_reading.strata_map) return findings;
    const StrataMap& map = audit.maps[*results.default_reading.strata_map];
    const int last_year = audit.codes.last().value();
    if (map.year > last_year) findings.push_back(beyond_loss(map, last_year));
    if (audit.monitoring && map.year >= audit.monitoring->first_year().value()) {
        findings.push_back(newer(map, "monitoring period", audit.monitoring->first_year().value()));
    }
    for (const int first_year : history_starts(audit)) {
        if (map.year >= first_year) findings.push_back(newer(map, "reference period", first_year));
    }
    const auto claimed = audit.claimed_map();
    if (claimed && claimed != results.default_reading.strata_map && audit.monitoring &&
        audit.maps[*claimed].year >= audit.monitoring->first_year().value()) {
        findings.push_back(newer(audit.maps[*claimed], "monitoring period", audit.monitoring->first_year().value()));
    }
    return findings;
}

}  // namespace reddline::audit
