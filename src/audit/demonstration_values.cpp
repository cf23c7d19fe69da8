#include "audit/demonstration_values.hpp"

#include <string>

#include "domain/demonstration.hpp"

namespace reddline::audit {

namespace {

void add_name(const std::string& name, std::string& list) {
    list += (list.empty() ? "" : ", ") + name;
}

void check_factors(const AuditCase& audit, Findings& findings) {
    if (!audit.factors) return;
    std::string strata;
    for (const auto& [stratum, stock] : audit.factors->stocks) {
        if (stock.is_demonstration()) add_name(stratum, strata);
    }
    if (strata.empty()) return;
    findings.push_back({"demonstration_factor", Severity::warning, audit.factors->name,
                        "Carbon factors are demonstration values without a published source.", strata});
}

void check_deductions(const AuditCase& audit, Findings& findings) {
    std::string names;
    for (const Deduction& deduction : audit.deductions) {
        if (is_demonstration(deduction.source)) add_name(deduction.name, names);
    }
    if (names.empty()) return;
    findings.push_back({"demonstration_deduction", Severity::warning, "deductions",
                        "Deductions from the credits are demonstration values without a published source.", names});
}

}  // namespace

Findings check_demonstration_values(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.label.empty()) {
        findings.push_back({"labelled_input", Severity::warning, audit.title,
                            "The audit file labels its input; no result of it speaks of a real project.", audit.label});
    }
    check_factors(audit, findings);
    if (audit.rate && is_demonstration(audit.rate->source())) {
        findings.push_back({"demonstration_rate", Severity::warning, "reference_level",
                            "The loss rate is a demonstration value without a published source.",
                            audit.rate->source()});
    }
    check_deductions(audit, findings);
    return findings;
}

}  // namespace reddline::audit
