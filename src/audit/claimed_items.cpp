#include "audit/claimed_items.hpp"

#include <optional>
#include <string>

#include "audit/evidence_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

// Amounts are stated in whole tonnes, so each of them may be off by half a tonne.
constexpr TonnesCO2e rounding = TonnesCO2e::of(1.0);

/// What follows from the claimed items as their reductions; nothing when an item that it needs is not stated.
struct Implied {
    TonnesCO2e amount;
    bool is_upper_bound = false;  ///< true when displaced emissions are not stated: they could only lower it
    std::string text;
};

std::optional<Implied> implied_reductions(const Claim& claim) {
    const auto reference = claim.amount(ClaimItem::reference_level);
    const auto project = claim.amount(ClaimItem::project_emissions);
    const auto displaced = claim.amount(ClaimItem::displaced_emissions);
    if (!reference || !project) return std::nullopt;
    Implied implied{*reference - *project, !displaced, t_text(*reference) + " - " + t_text(*project)};
    if (displaced) {
        implied.amount = implied.amount - *displaced;
        implied.text += " - " + t_text(*displaced);
    }
    return implied;
}

Finding disagreement(const std::string& message, const std::string& evidence) {
    return {"claim_items_disagree", Severity::contradiction, "claim", message, evidence};
}

std::string compared(const std::string& what, TonnesCO2e stated, const std::string& whence, TonnesCO2e implied) {
    return what + " " + t_text(stated) + "; " + whence + " = " + t_text(implied) + "; difference " +
           signed_t_text(stated - implied);
}

}  // namespace

Findings check_claimed_items(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.claim) return findings;
    const auto reductions = audit.claim->amount(ClaimItem::reductions);
    const auto credits = audit.claim->amount(ClaimItem::credits);
    const auto implied = implied_reductions(*audit.claim);
    if (implied && reductions) {
        const TonnesCO2e excess = *reductions - implied->amount;
        const bool falls_short = excess < -1.0 * rounding && !implied->is_upper_bound;
        if (excess > rounding || falls_short) {
            findings.push_back(
                disagreement("The claimed reductions are not the claimed reference level less the claimed emissions.",
                             compared("reductions", *reductions, implied->text, implied->amount)));
        }
    }
    if (credits && reductions && *credits - *reductions > rounding) {
        findings.push_back(disagreement("More credits are claimed than reductions.",
                                        "credits " + t_text(*credits) + "; reductions " + t_text(*reductions)));
    } else if (credits && !reductions && implied && *credits - implied->amount > rounding) {
        findings.push_back(disagreement("More credits are claimed than the claimed amounts leave as reductions.",
                                        compared("credits", *credits, implied->text, implied->amount)));
    }
    return findings;
}

}  // namespace reddline::audit
