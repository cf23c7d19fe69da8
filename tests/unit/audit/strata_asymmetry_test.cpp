#include "audit/strata_asymmetry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Expected and mapped: 30 of 40 ha in evergreen forest; the claim reports 10 of 40.
AuditResult with_disputed_strata() {
    AuditResult results = claimed_result();
    results.stratum_questions[0].mixes[reported_mix] = mix_of_40_ha(MixSource::reported, std::nullopt, 10.0);
    return results;
}

AuditCase case_without_claims_map() {
    AuditCase audit = claimed_case();
    audit.claim->strata_map.clear();
    return audit;
}

Finding asymmetry(const std::string& evidence) {
    return {"strata_asymmetry", Severity::warning, "park",
            "The reference level expects most loss in one forest type and the claim reports most of it in another, "
            "while the maps that the claim does not rest on show what the reference level expects.",
            evidence};
}

TEST(StrataAsymmetry, WarnsWhenTheMapsSideWithTheReferenceLevelAgainstTheClaim) {
    EXPECT_THAT(check_strata_asymmetry(case_without_claims_map(), with_disputed_strata()),
                ElementsAre(asymmetry("expected: evergreen 75.00 %, deciduous 25.00 %; reported: evergreen 25.00 %, "
                                      "deciduous 75.00 %; types-2015: evergreen 75.00 %, deciduous 25.00 %")));
}

TEST(StrataAsymmetry, DoesNotCallTheClaimsOwnMapAsAWitness) {
    AuditCase audit = case_without_claims_map();
    add_second_map(audit);
    audit.claim->strata_map = "types-2017";
    AuditResult results = with_disputed_strata();
    results.stratum_questions[0].mixes.push_back(mix_of_40_ha(MixSource::mapped, 1, 10.0));
    EXPECT_EQ(check_strata_asymmetry(audit, results).size(), 1U);
    audit.claim->strata_map.clear();
    EXPECT_THAT(check_strata_asymmetry(audit, results), IsEmpty()) << "an independent map sides with the claim";
    audit.claim->strata_map = "types-2015";
    EXPECT_THAT(check_strata_asymmetry(audit, results), IsEmpty()) << "the only witness sides with the claim";
}

TEST(StrataAsymmetry, NeedsAMapThatTheClaimDoesNotRestOn) {
    EXPECT_THAT(check_strata_asymmetry(claimed_case(), with_disputed_strata()), IsEmpty());
}

TEST(StrataAsymmetry, IsSilentWhereAllAgreeAndWhereASourceSaysNothing) {
    const AuditCase audit = case_without_claims_map();
    EXPECT_THAT(check_strata_asymmetry(audit, claimed_result()), IsEmpty());
    EXPECT_THAT(check_strata_asymmetry(clean_case(), with_disputed_strata()), IsEmpty()) << "no claim";
    EXPECT_THAT(check_strata_asymmetry(audit, clean_result()), IsEmpty()) << "no question";
    for (const std::size_t mix : {expected_mix, reported_mix, mapped_2015_mix}) {
        AuditResult results = with_disputed_strata();
        results.stratum_questions[0].mixes[mix].strata.clear();
        EXPECT_THAT(check_strata_asymmetry(audit, results), IsEmpty()) << mix;
    }
}

}  // namespace
}  // namespace reddline::audit
