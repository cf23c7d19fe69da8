#include "audit/ledger_balance.hpp"

#include <string>

namespace reddline::audit {

Findings check_ledger_balance(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ZoneStatement& of_zone : results.statements) {
        if (!of_zone.answer.given()) continue;
        const std::int64_t balance_kg = of_zone.answer.value().ledger.balance_kgCO2e();
        if (balance_kg == 0) continue;
        findings.push_back({"ledger_balance", Severity::contradiction, audit.zones[of_zone.zone].zone.name,
                            "The ledger does not balance to 0.",
                            std::to_string(balance_kg) + " kg CO2e are unaccounted for"});
    }
    return findings;
}

}  // namespace reddline::audit
