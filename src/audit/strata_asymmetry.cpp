#include "audit/strata_asymmetry.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "audit/evidence_text.hpp"
#include "audit/stratum_mixes.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

namespace {

/// What every map but the claim's own shows: the claim's map cannot be a witness of its own labels.
std::vector<const LossMix*> witnesses(const AuditCase& audit, const StratumQuestion& question) {
    std::vector<const LossMix*> mixes;
    for (const LossMix& mix : question.mixes) {
        if (mix.source != MixSource::mapped || !mix.map || mix.strata.empty()) continue;
        if (audit.maps[*mix.map].name != audit.claim->strata_map) mixes.push_back(&mix);
    }
    return mixes;
}

std::string shares_text(const std::string& source, const LossMix& mix, const std::string& one,
                        const std::string& other) {
    return source + ": " + one + " " + per_cent(mix.share_of(one)) + ", " + other + " " + per_cent(mix.share_of(other));
}

}  // namespace

Findings check_strata_asymmetry(const AuditCase& audit, const AuditResult& results) {
    const StratumQuestion* const question = claimed_question(audit, results);
    if (question == nullptr) return {};
    const LossMix* const expected = mix_of(*question, MixSource::expected);
    const LossMix* const reported = mix_of(*question, MixSource::reported);
    if (expected == nullptr || reported == nullptr) return {};
    const std::string& of_expected = largest_share(*expected).stratum;
    const std::string& of_reported = largest_share(*reported).stratum;
    const auto mapped = witnesses(audit, *question);
    const auto sides_with_expected = [&](const LossMix* mix) { return largest_share(*mix).stratum == of_expected; };
    if (of_expected == of_reported || mapped.empty() || !std::ranges::all_of(mapped, sides_with_expected)) return {};
    std::string evidence = shares_text("expected", *expected, of_expected, of_reported);
    add_part(evidence, shares_text("reported", *reported, of_expected, of_reported), "; ");
    for (const LossMix* const mix : mapped)
        add_part(evidence, shares_text(audit.maps[*mix->map].name, *mix, of_expected, of_reported), "; ");
    return {{"strata_asymmetry", Severity::warning, audit.zones[question->zone].zone.name,
             "The reference level expects most loss in one forest type and the claim reports most of it in another, "
             "while the maps that the claim does not rest on show what the reference level expects.",
             evidence}};
}

}  // namespace reddline::audit
