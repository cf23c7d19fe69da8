#include "audit/claimed_credits.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"
#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

/// Credits are rounded down to whole tonnes; a claim may not be.
constexpr std::int64_t rounding_tCO2e = 1;

bool is_below(const std::optional<Spread>& credits, TonnesCO2e claimed) {
    return credits && static_cast<double>(credits->highest_tCO2e + rounding_tCO2e) < claimed.value();
}

bool is_above(const std::optional<Spread>& credits, TonnesCO2e claimed) {
    return credits && static_cast<double>(credits->lowest_tCO2e - rounding_tCO2e) > claimed.value();
}

std::string range_text(const Spread& credits, const std::string& which) {
    return counted(static_cast<std::int64_t>(credits.readings), which + " reading") + ": " +
           grouped(credits.lowest_tCO2e) + " to " + grouped(credits.highest_tCO2e) + " tCO2e";
}

struct Verdict {
    Severity severity = Severity::note;
    const char* message = "";
};

/// A claim above all that the evidence can give contradicts it. One below does not: what the project holds back for
/// its own reasons, or its loss elsewhere, lowers a claim.
/// Where no reading is consistent, or [readings] leaves some out, it may be the readings that fall short.
std::optional<Verdict> judge(const AuditCase& audit, TonnesCO2e claimed, const ReadingsSummary& readings) {
    if (is_below(readings.all, claimed)) {
        const bool is_conclusive = readings.consistent && audit.limits.empty();
        return Verdict{is_conclusive ? Severity::contradiction : Severity::warning,
                       "More credits are claimed than any computed reading gives."};
    }
    if (is_below(readings.consistent, claimed)) {
        return Verdict{Severity::warning,
                       "More credits are claimed than any reading gives that treats what was expected and what is "
                       "observed alike."};
    }
    if (is_above(readings.all, claimed)) {
        return Verdict{Severity::warning, "Fewer credits are claimed than any computed reading gives."};
    }
    if (is_above(readings.consistent, claimed)) {
        return Verdict{Severity::note,
                       "Fewer credits are claimed than any reading gives that treats what was expected and what is "
                       "observed alike."};
    }
    return std::nullopt;
}

}  // namespace

Findings check_claimed_credits(const AuditCase& audit, const AuditResult& results) {
    const auto zone = claimed_zone(audit);
    const auto claimed = zone ? audit.claim->amount(ClaimItem::credits) : std::nullopt;
    if (!claimed) return {};
    const auto readings = std::ranges::find(results.summaries, *zone, &ReadingsSummary::zone);
    if (readings == results.summaries.end()) return {};
    const auto verdict = judge(audit, *claimed, *readings);
    if (!verdict) return {};
    std::string evidence = t_text(*claimed) + " claimed; " + range_text(*readings->all, "computed");
    if (readings->consistent) evidence += "; " + range_text(*readings->consistent, "consistent");
    if (is_below(readings->all, *claimed) && !audit.limits.empty()) evidence += "; [readings] leaves some out";
    return {{"claim_outside_readings", verdict->severity, audit.zones[*zone].zone.name, verdict->message, evidence}};
}

}  // namespace reddline::audit
