#include "audit/caveat_count.hpp"

#include <algorithm>

#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

void add_reading(const CreditTotals& totals, CaveatCount& count) {
    const std::int64_t credits_tCO2e = totals.credits.tCO2e;
    const bool is_first = count.affected == 0;
    count.lowest_tCO2e = is_first ? credits_tCO2e : std::min(count.lowest_tCO2e, credits_tCO2e);
    count.highest_tCO2e = is_first ? credits_tCO2e : std::max(count.highest_tCO2e, credits_tCO2e);
    ++count.affected;
}

}  // namespace

std::vector<CaveatCount> count_caveat(const AuditCase& audit, const AuditResult& results, Caveat caveat) {
    std::vector<CaveatCount> counts(audit.zones.size());
    for (std::size_t zone = 0; zone < counts.size(); ++zone)
        counts[zone].zone = zone;
    for (const ReadingResult& result : results.readings) {
        if (!result.answer.given()) continue;
        CaveatCount& count = counts[result.zone];
        ++count.computed;
        if (std::ranges::find(result.caveats, caveat) != result.caveats.end())
            add_reading(result.answer.value(), count);
    }
    std::erase_if(counts, [](const CaveatCount& count) { return count.affected == 0; });
    return counts;
}

std::string evidence_of(const CaveatCount& count) {
    return grouped(static_cast<std::int64_t>(count.affected)) + " of " +
           counted(static_cast<std::int64_t>(count.computed), "computed reading") +
           "; their credits: " + grouped(count.lowest_tCO2e) + " to " + grouped(count.highest_tCO2e) + " tCO2e";
}

}  // namespace reddline::audit
