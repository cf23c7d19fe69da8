#include "audit/unseen_regrowth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(UnseenRegrowth, CountsTheReadingsWhoseReferenceLevelAloneSubtractsWhatStandsThereAfterwards) {
    AuditResult results = clean_result();
    results.readings[0].caveats = {Caveat::regrowth_unseen};
    results.readings[0].answer = totals_of(50);
    EXPECT_THAT(check_unseen_regrowth(clean_case(), results),
                ElementsAre(Finding{"post_stock_unseen_by_loss", Severity::note, "park",
                                    "In some readings the reference level subtracts the carbon that stands on the land "
                                    "afterwards and the observed loss does not, so their credits are biased downwards; "
                                    "they are set apart as not consistent.",
                                    "1 of 4 computed readings; their credits: 50 to 50 tCO2e"}));
}

TEST(UnseenRegrowth, IsSilentForConsistentReadingsOtherCaveatsAndRefusals) {
    EXPECT_THAT(check_unseen_regrowth(clean_case(), clean_result()), IsEmpty());
    AuditResult results = clean_result();
    results.readings[0].caveats = {Caveat::degradation_unseen};
    EXPECT_THAT(check_unseen_regrowth(clean_case(), results), IsEmpty());
    AuditResult refused = refused_result();
    refused.readings[0].caveats = {Caveat::regrowth_unseen};
    EXPECT_THAT(check_unseen_regrowth(clean_case(), refused), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
