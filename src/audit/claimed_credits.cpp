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

/// Lowest and highest credits of some readings.
struct CreditRange {
    std::int64_t readings = 0;
    std::int64_t lowest_tCO2e = 0;
    std::int64_t highest_tCO2e = 0;

    void add(std::int64_t credits_tCO2e) {
        lowest_tCO2e = readings == 0 ? credits_tCO2e : std::min(lowest_tCO2e, credits_tCO2e);
        highest_tCO2e = readings == 0 ? credits_tCO2e : std::max(highest_tCO2e, credits_tCO2e);
        ++readings;
    }
    [[nodiscard]] bool is_below(TonnesCO2e claimed) const {
        return readings > 0 && static_cast<double>(highest_tCO2e + rounding_tCO2e) < claimed.value();
    }
    [[nodiscard]] bool is_above(TonnesCO2e claimed) const {
        return readings > 0 && static_cast<double>(lowest_tCO2e - rounding_tCO2e) > claimed.value();
    }
    [[nodiscard]] std::string text(const std::string& which) const {
        return counted(readings, which + " reading") + ": " + grouped(lowest_tCO2e) + " to " + grouped(highest_tCO2e) +
               " tCO2e";
    }
};

struct Verdict {
    Severity severity = Severity::note;
    const char* message = "";
};

/// A claim above all that the evidence can give contradicts it. One below does not: what the project holds back for
/// its own reasons, or its loss elsewhere, lowers a claim.
/// Where no reading is consistent, or [readings] leaves some out, it may be the readings that fall short.
std::optional<Verdict> judge(const AuditCase& audit, TonnesCO2e claimed, const CreditRange& all,
                             const CreditRange& consistent) {
    if (all.is_below(claimed)) {
        const bool is_conclusive = consistent.readings > 0 && audit.limits.empty();
        return Verdict{is_conclusive ? Severity::contradiction : Severity::warning,
                       "More credits are claimed than any computed reading gives."};
    }
    if (consistent.is_below(claimed)) {
        return Verdict{Severity::warning,
                       "More credits are claimed than any reading gives that treats what was expected and what is "
                       "observed alike."};
    }
    if (all.is_above(claimed)) {
        return Verdict{Severity::warning, "Fewer credits are claimed than any computed reading gives."};
    }
    if (consistent.is_above(claimed)) {
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
    CreditRange all;
    CreditRange consistent;
    for (const ReadingResult& result : results.readings) {
        if (result.zone != *zone || !result.answer.given()) continue;
        all.add(result.answer.value().credits.tCO2e);
        if (result.caveats.empty()) consistent.add(result.answer.value().credits.tCO2e);
    }
    const auto verdict = judge(audit, *claimed, all, consistent);
    if (!verdict) return {};
    std::string evidence = t_text(*claimed) + " claimed; " + all.text("computed");
    if (consistent.readings > 0) evidence += "; " + consistent.text("consistent");
    if (all.is_below(*claimed) && !audit.limits.empty()) evidence += "; [readings] leaves some out";
    return {{"claim_outside_readings", verdict->severity, audit.zones[*zone].zone.name, verdict->message, evidence}};
}

}  // namespace reddline::audit
