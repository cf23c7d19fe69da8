#include "audit/claimed_strata.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The map shows 10 of 40 ha in evergreen forest where the claim reports 30: half of the area stands elsewhere.
AuditResult with_index(double index) {
    AuditResult results = claimed_result();
    StratumQuestion& question = results.stratum_questions[0];
    question.mixes[mapped_2015_mix] = mix_of_40_ha(MixSource::mapped, 0, 10.0);
    set_distance(question, reported_mix, mapped_2015_mix, index);
    return results;
}

Finding differ(const std::string& evidence) {
    return {"claimed_strata_differ", Severity::warning, "park",
            "The reported loss lies in other forest types than the mapped loss.", evidence};
}

TEST(ClaimedStrata, WarnWithTheIndexAndTheTonnesOfTheRelabelling) {
    AuditResult results = with_index(0.5);
    results.stratum_questions[0].relabellings = {{0, false, TonnesCO2e::of(7'700.0), TonnesCO2e::of(5'500.0)}};
    EXPECT_THAT(check_claimed_strata(claimed_case(), results),
                ElementsAre(differ("consistency index 0.500 against types-2015; the reported loss emits 7,700 tCO2e as "
                                   "labelled, 5,500 tCO2e by the mapped forest types: -2,200 tCO2e")));
}

TEST(ClaimedStrata, PreferTheRelabellingStratumByStratum) {
    AuditResult results = with_index(0.5);
    results.stratum_questions[0].relabellings = {{0, true, TonnesCO2e::of(120'000.0), TonnesCO2e::of(282'000.0)},
                                                 {0, false, TonnesCO2e::of(1.0), TonnesCO2e::of(2.0)},
                                                 {1, true, TonnesCO2e::of(3.0), TonnesCO2e::of(4.0)}};
    EXPECT_THAT(check_claimed_strata(claimed_case(), results),
                ElementsAre(differ("consistency index 0.500 against types-2015; the reported loss emits 120,000 tCO2e "
                                   "as labelled, 282,000 tCO2e by the mapped forest types stratum by stratum: +162,000 "
                                   "tCO2e")));
}

TEST(ClaimedStrata, AreDoubtedFromAnIndexOfATenth) {
    EXPECT_EQ(check_claimed_strata(claimed_case(), with_index(0.10)).size(), 1U);
    EXPECT_THAT(check_claimed_strata(claimed_case(), with_index(0.0999)), IsEmpty());
}

TEST(ClaimedStrata, AreNoSubjectWhereNoneAreReportedOrMapped) {
    EXPECT_THAT(check_claimed_strata(claimed_case(), claimed_result()), IsEmpty());
    EXPECT_THAT(check_claimed_strata(clean_case(), with_index(0.5)), IsEmpty()) << "no claim";
    AuditResult unreported = with_index(0.5);
    unreported.stratum_questions[0].mixes[reported_mix].strata.clear();
    EXPECT_THAT(check_claimed_strata(claimed_case(), unreported), IsEmpty());
    AuditResult unmapped = with_index(0.5);
    unmapped.stratum_questions[0].mixes[mapped_2015_mix].strata.clear();
    EXPECT_THAT(check_claimed_strata(claimed_case(), unmapped), IsEmpty());
    AuditCase tables = tables_only_case();
    tables.claim = clean_claim();
    EXPECT_THAT(check_claimed_strata(tables, tables_only_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
