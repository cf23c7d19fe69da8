#include "audit/claim_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* message =
    "The claim reads the forest types of its loss from another strata map than the default reading reads the forest of "
    "its reference level from.";

AuditCase case_on_map_of_2017() {
    AuditCase audit = claimed_case();
    add_second_map(audit);
    audit.claim->strata_map = "types-2017";
    return audit;
}

TEST(ClaimMap, WarnsWithWhatTheLostAreaEmitsByEachMap) {
    AuditResult results = claimed_result();
    StratumQuestion& question = results.stratum_questions[0];
    question.mixes.push_back(mix_of_40_ha(MixSource::mapped, 1, 10.0));
    question.distances.push_back({mapped_2015_mix, 3, 0.5});
    // By the map of 2015: 30 x 220 + 10 x 110 = 7,700 t; by that of 2017: 10 x 220 + 30 x 110 = 5,500 t.
    EXPECT_THAT(check_claim_map(case_on_map_of_2017(), results),
                ElementsAre(Finding{"claim_on_other_strata_map", Severity::warning, "park", message,
                                    "claim: types-2017; default reading: types-2015; consistency index 0.500; by "
                                    "types-2017 40.0 ha of forest lost, 5,500 tCO2e; by types-2015 40.0 ha of forest "
                                    "lost, 7,700 tCO2e"}));
}

TEST(ClaimMap, LeavesTheEmissionOutWhereAForestTypeHasNoFactor) {
    AuditCase audit = case_on_map_of_2017();
    audit.factor_sets[0].stocks.erase("deciduous");
    AuditResult results = claimed_result();
    results.stratum_questions[0].mixes.push_back(mix_of_40_ha(MixSource::mapped, 1, 10.0));
    EXPECT_THAT(check_claim_map(audit, results),
                ElementsAre(Finding{"claim_on_other_strata_map", Severity::warning, "park", message,
                                    "claim: types-2017; default reading: types-2015; by types-2017 40.0 ha of forest "
                                    "lost; by types-2015 40.0 ha of forest lost"}));
}

TEST(ClaimMap, NamesTheMapsWhereNoLossTellsThemApart) {
    AuditResult results = claimed_result();
    results.stratum_questions.clear();
    EXPECT_THAT(check_claim_map(case_on_map_of_2017(), results),
                ElementsAre(Finding{"claim_on_other_strata_map", Severity::warning, "park", message,
                                    "claim: types-2017; default reading: types-2015"}));
}

TEST(ClaimMap, IsSilentForOneMapAnUnknownMapAndWithoutMapsOrClaim) {
    EXPECT_THAT(check_claim_map(claimed_case(), claimed_result()), IsEmpty());
    AuditCase unknown = claimed_case();
    unknown.claim->strata_map.clear();
    EXPECT_THAT(check_claim_map(unknown, claimed_result()), IsEmpty());
    EXPECT_THAT(check_claim_map(clean_case(), clean_result()), IsEmpty());
    AuditCase tables = tables_only_case();
    tables.claim = clean_claim();
    EXPECT_THAT(check_claim_map(tables, tables_only_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
