#include "audit/demonstration_values.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include "audit/evidence_text.hpp"
#include "domain/demonstration.hpp"

namespace reddline::audit {

namespace {

void check_factors(const CarbonTable& factors, Findings& findings) {
    std::string strata;
    for (const auto& [stratum, stock] : factors.stocks) {
        if (stock.is_demonstration()) add_part(strata, stratum);
    }
    if (strata.empty()) return;
    findings.push_back({"demonstration_factor", Severity::warning, factors.name,
                        "Carbon factors are demonstration values without a published source.", strata});
}

void check_reference(const ReferenceSource& source, Findings& findings) {
    if (const auto* const rate = std::get_if<LossRate>(&source.rule)) {
        if (!is_demonstration(rate->source())) return;
        findings.push_back({"demonstration_rate", Severity::warning, source.name,
                            "The loss rate is a demonstration value without a published source.", rate->source()});
    }
    if (const auto* const national = std::get_if<NationalLevel>(&source.rule)) {
        if (!is_demonstration(national->source)) return;
        Finding finding{"demonstration_reference", Severity::warning, "national reference level",
                        "The national reference level is a demonstration value without a published source.",
                        t_text(national->per_year) + " per year; " + national->source};
        // Each key that shares the level out is a reference level of its own; the nation's number is one.
        if (std::ranges::find(findings, finding) == findings.end()) findings.push_back(finding);
    }
}

void check_deductions(const AuditCase& audit, Findings& findings) {
    std::string names;
    for (const Deduction& deduction : audit.deductions) {
        if (is_demonstration(deduction.source)) add_part(names, deduction.name);
    }
    if (names.empty()) return;
    findings.push_back({"demonstration_deduction", Severity::warning, "deductions",
                        "Deductions from the credits are demonstration values without a published source.", names});
}

void check_claim(const Claim& claim, Findings& findings) {
    if (!is_demonstration(claim.source)) return;
    findings.push_back({"demonstration_claim", Severity::warning, "claim",
                        "The claim is a demonstration: no project has stated it.", claim.source});
}

void check_sample(const ReferenceSample& sample, Findings& findings) {
    if (!is_demonstration(sample.source)) return;
    findings.push_back({"demonstration_sample", Severity::warning, "sample",
                        "The sample is a demonstration: its points are not published.", sample.source});
}

}  // namespace

Findings check_demonstration_values(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.label.empty()) {
        findings.push_back({"labelled_input", Severity::warning, audit.title,
                            "The audit file labels its input; no result of it speaks of a real project.", audit.label});
    }
    for (const CarbonTable& factors : audit.factor_sets)
        check_factors(factors, findings);
    for (const ReferenceSource& source : audit.references)
        check_reference(source, findings);
    check_deductions(audit, findings);
    if (audit.claim) check_claim(*audit.claim, findings);
    if (audit.sample) check_sample(audit.sample->sample, findings);
    return findings;
}

}  // namespace reddline::audit
