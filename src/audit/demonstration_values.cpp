#include "audit/demonstration_values.hpp"

#include <string>

namespace reddline::audit {

Findings check_demonstration_values(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.label.empty()) {
        findings.push_back({"labelled_input", Severity::warning, audit.title,
                            "The audit file labels its input; no result of it speaks of a real project.", audit.label});
    }
    if (!audit.factors) return findings;
    std::string strata;
    for (const auto& [stratum, stock] : audit.factors->stocks) {
        if (stock.is_demonstration()) strata += (strata.empty() ? "" : ", ") + stratum;
    }
    if (!strata.empty()) {
        findings.push_back({"demonstration_factor", Severity::warning, audit.factors->name,
                            "Carbon factors are demonstration values without a published source.", strata});
    }
    return findings;
}

}  // namespace reddline::audit
