#include "audit/reported_beyond_forest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

StratumBalance held(const std::string& stratum, double forest_ha) {
    return {stratum, Hectares::of(forest_ha), Hectares{}, {}, TonnesCO2e{}, {}};
}

/// 30 ha of evergreen and 10 ha of deciduous forest are reported; the zone holds so much of each.
AuditResult with_forest(const std::vector<StratumBalance>& strata) {
    AuditResult results = claimed_result();
    Statement statement = clean_statement();
    statement.strata = strata;
    set_statement(results, statement);
    return results;
}

Finding beyond(const std::string& evidence) {
    return {"reported_beyond_forest", Severity::warning, "park",
            "The claim reports more loss in a forest type than the zone holds of it.", evidence};
}

TEST(ReportedBeyondForest, WarnsWhereMoreIsReportedThanTheZoneHolds) {
    EXPECT_THAT(check_reported_beyond_forest(claimed_case(), with_forest({held("evergreen", 29.0)})),
                ElementsAre(beyond("evergreen: reported 30.0 ha, forest at the start 29.0 ha"),
                            beyond("deciduous: reported 10.0 ha, forest at the start 0.0 ha")));
}

TEST(ReportedBeyondForest, IsSilentUpToAllForestAndWithoutClaimOrStatement) {
    EXPECT_THAT(
        check_reported_beyond_forest(claimed_case(), with_forest({held("evergreen", 30.0), held("deciduous", 10.0)})),
        IsEmpty());
    EXPECT_THAT(
        check_reported_beyond_forest(claimed_case(), with_forest({held("evergreen", 29.91), held("deciduous", 9.91)})),
        IsEmpty())
        << "the claim is rounded";
    EXPECT_THAT(check_reported_beyond_forest(clean_case(), with_forest({})), IsEmpty());
    EXPECT_THAT(check_reported_beyond_forest(claimed_case(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
