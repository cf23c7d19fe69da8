#include "audit/loss_outside_forest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LossOutsideForest, WarnsWithTheAreaAndItsShareOfAllMappedLoss) {
    AuditResult results = clean_result();
    results.losses[project].loss_outside_forest = ha(1);
    results.losses[project].strata[0].loss_by_code[5] = ha(2);
    results.losses[project].strata[2].loss_by_code[6] = ha(1);
    EXPECT_THAT(
        check_loss_outside_forest(clean_case(), results),
        ElementsAre(Finding{"loss_outside_forest", Severity::warning, "park",
                            "Loss on pixels that were not forest in 2000 (canopy cover > 30 %) is counted apart "
                            "and emits nothing here.",
                            "1.0 ha, 25.00 % of all mapped loss"}));
}

TEST(LossOutsideForest, IsANoteBelowATenthOfAllMappedLoss) {
    AuditResult results = clean_result();
    results.losses[project].loss_outside_forest = ha(1);
    results.losses[project].strata[0].loss_by_code[5] = ha(10);
    ASSERT_EQ(check_loss_outside_forest(clean_case(), results).size(), 1U);
    EXPECT_EQ(check_loss_outside_forest(clean_case(), results)[0].severity, Severity::note) << "1 of 11 ha";
    results.losses[project].strata[0].loss_by_code[5] = ha(9);
    EXPECT_EQ(check_loss_outside_forest(clean_case(), results)[0].severity, Severity::warning) << "1 of 10 ha";
}

TEST(LossOutsideForest, IsSilentWhereNothingWasCounted) {
    EXPECT_THAT(check_loss_outside_forest(tables_only_case(), tables_only_result()), IsEmpty());
}

TEST(LossOutsideForest, IsSilentWhenAllLossFellOnForest) {
    AuditResult results = clean_result();
    results.losses[project].strata[0].loss_by_code[5] = ha(2);
    EXPECT_THAT(check_loss_outside_forest(clean_case(), results), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
