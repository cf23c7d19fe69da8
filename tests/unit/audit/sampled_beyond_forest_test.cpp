#include "audit/sampled_beyond_forest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/sample_evidence_case.hpp"
#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// 60 ha of evergreen and 8 ha of deciduous forest are estimated to be lost in 2019 and 2020, in the park; the period is
/// 2018-2020.
AuditCase sampled_case() {
    AuditCase audit = clean_case();
    audit.sample = tests::two_losses();
    audit.sample->zone = "park";
    return audit;
}

AuditResult with_forest(double evergreen_ha, double deciduous_ha) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.strata[0].forest_at_start = Hectares::of(evergreen_ha);
    statement.strata[1].forest_at_start = Hectares::of(deciduous_ha);
    set_statement(results, statement);
    return results;
}

Finding beyond(const std::string& evidence) {
    return {"sampled_beyond_forest", Severity::warning, "park",
            "The sample estimates more loss in a forest type than the zone holds of it.", evidence};
}

TEST(SampledBeyondForest, WarnsWhereMoreIsEstimatedThanTheZoneHolds) {
    AuditResult results = with_forest(59.0, 8.0);
    EXPECT_THAT(
        check_sampled_beyond_forest(sampled_case(), results),
        ElementsAre(beyond("evergreen: estimated 60.0 ha (standard error 12.0 ha), forest at the start 59.0 ha")));
    Statement statement = clean_statement();
    statement.strata.clear();
    set_statement(results, statement);
    AuditCase audit = sampled_case();
    audit.sample->sums[0].area_ha.standard_error.reset();
    EXPECT_THAT(
        check_sampled_beyond_forest(audit, results),
        ElementsAre(beyond("deciduous: estimated 8.0 ha, forest at the start 0.0 ha"),
                    beyond("evergreen: estimated 60.0 ha (standard error 12.0 ha), forest at the start 0.0 ha")));
}

TEST(SampledBeyondForest, TakesThePartOfTheYearsThatLiesInThePeriod) {
    // Of 2019 and 2020 the period holds 2020 alone: 30 of 60 ha.
    AuditCase audit = sampled_case();
    audit.monitoring = whole_years(2020, 2020);
    EXPECT_THAT(check_sampled_beyond_forest(audit, with_forest(30.0, 8.0)), IsEmpty());
    EXPECT_THAT(
        check_sampled_beyond_forest(audit, with_forest(29.0, 8.0)),
        ElementsAre(beyond("evergreen: estimated 30.0 ha (standard error 6.0 ha), forest at the start 29.0 ha")));
}

TEST(SampledBeyondForest, IsSilentUpToAllForestAndWithoutSampleLossesOrStatement) {
    EXPECT_THAT(check_sampled_beyond_forest(sampled_case(), with_forest(60.0, 8.0)), IsEmpty());
    EXPECT_THAT(check_sampled_beyond_forest(clean_case(), with_forest(0.0, 0.0)), IsEmpty());
    EXPECT_THAT(check_sampled_beyond_forest(sampled_case(), refused_result()), IsEmpty());
    AuditCase audit = sampled_case();
    audit.sample->zone = "belt";
    EXPECT_THAT(check_sampled_beyond_forest(audit, with_forest(0.0, 0.0)), IsEmpty());
    audit = sampled_case();
    audit.sample->years.reset();
    EXPECT_THAT(check_sampled_beyond_forest(audit, with_forest(0.0, 0.0)), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
