#include "audit/break_even.hpp"

#include <cmath>
#include <optional>
#include <string>

#include "audit/evidence_text.hpp"
#include "audit/stratum_mixes.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

namespace {

/// Shares of the stratum in the mapped, the estimated and the reported loss, as far as they are known.
std::string known_shares(const AuditCase& audit, const AuditResult& results, const StratumQuestion& question,
                         const std::string& stratum) {
    std::string text;
    const auto map = results.default_reading.strata_map;
    const LossMix* const mapped = mapped_mix(question, map);
    if (mapped != nullptr && map) {
        text += "; " + audit.maps[*map].name + " shows " + per_cent(mapped->share_of(stratum));
    }
    if (const LossMix* const estimated = mix_of(question, MixSource::estimated))
        text += "; the sample shows " + per_cent(estimated->share_of(stratum));
    if (const LossMix* const reported = mix_of(question, MixSource::reported))
        text += "; the claim reports " + per_cent(reported->share_of(stratum));
    return text;
}

/// What a break-even share says; `whose` names the amounts that it follows from.
Finding judge(const BreakEven& at, const std::string& subject, const std::string& whose, const std::string& shares) {
    const std::string of_loss = " of " + ha_text(at.lost) + " lost";
    if (at.share >= 0.0 && at.share <= 1.0) {
        return {"break_even", Severity::note, subject,
                "By " + whose +
                    " the forest types of the lost area decide whether there are credits at all: they "
                    "vanish at a share of " +
                    at.high_stratum + ", the rest being " + at.low_stratum + ".",
                per_cent(at.share) + of_loss + shares};
    }
    return {"no_break_even", Severity::note, subject,
            "By " + whose + " the forest types of the lost area do not decide whether there are credits: " +
                (at.share > 1.0 ? "there are some even if all of it is " + at.high_stratum + "."
                                : "there are none even if all of it is " + at.low_stratum + "."),
            "break-even share of " + at.high_stratum + " " + per_cent(at.share) + of_loss};
}

}  // namespace

Findings check_break_even(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const StratumQuestion& question : results.stratum_questions) {
        const auto add = [&](const std::optional<BreakEven>& at, const std::string& whose) {
            if (!at || !std::isfinite(at->share)) return;
            findings.push_back(judge(*at, audit.zones[question.zone].zone.name, whose,
                                     known_shares(audit, results, question, at->high_stratum)));
        };
        add(question.break_even, "the default reading");
        add(question.claimed_break_even, "the claim's own amounts");
    }
    return findings;
}

}  // namespace reddline::audit
