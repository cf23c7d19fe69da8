#include "audit/ledger_balance.hpp"

#include <string>

namespace reddline::audit {

Findings check_ledger_balance(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ReadingResult& result : results.readings) {
        if (!result.answer.given()) continue;
        const std::int64_t balance_kg = result.answer.value().ledger.balance_kgCO2e();
        if (balance_kg == 0) continue;
        findings.push_back({"ledger_balance", Severity::contradiction, audit.zones[result.zone].zone.name,
                            "The ledger does not balance to 0.",
                            std::to_string(balance_kg) + " kg CO2e are unaccounted for"});
    }
    return findings;
}

}  // namespace reddline::audit
