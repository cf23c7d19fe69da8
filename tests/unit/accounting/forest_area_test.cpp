#include "accounting/forest_area.hpp"

#include <gmock/gmock.h>

#include "accounting/readings.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;

AuditCase sparse_and_lost_forest() {
    return small_case({{"project", "deciduous", "deciduous", 80, 0, 100},
                       {"project", "evergreen", "crops", 80, 2018, 30},
                       {"project", "evergreen", "evergreen", 80, 2019, 20},
                       {"project", "evergreen", "evergreen", 10, 0, 7},
                       {"project", "crops", "crops", 80, 0, 5},
                       {"project", "rubber", "rubber", 80, 0, 3},
                       {"project", "", "evergreen", 80, 0, 2}});
}

TEST(ForestArea, IsTheForestLeftByTheLossRouteInLegendOrder) {
    const AuditCase audit = sparse_and_lost_forest();
    const auto forest = forest_area(audit, 0, default_reading(audit), LossYear{2019});

    ASSERT_EQ(forest.value().size(), 2U);
    EXPECT_EQ(forest.value()[0].stratum, "evergreen");
    EXPECT_EQ(forest.value()[0].area.value(), 20);
    EXPECT_EQ(forest.value()[1].stratum, "deciduous");
    EXPECT_EQ(forest.value()[1].area.value(), 100);
}

TEST(ForestArea, IsTheClassesOfTheBaselineMapByTheMapsRoute) {
    const AuditCase audit = sparse_and_lost_forest();
    Reading reading = default_reading(audit);
    reading.route = Route::maps;
    const auto forest = forest_area(audit, 0, reading, LossYear{2019});

    ASSERT_EQ(forest.value().size(), 2U);
    EXPECT_EQ(forest.value()[0].area.value(), 30 + 20 + 7);  // Whatever the canopy cover and the loss.
    EXPECT_EQ(forest.value()[1].area.value(), 100);
}

TEST(ForestArea, LeavesOutAStratumThatIsAllLost) {
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 2005, 30}});

    EXPECT_TRUE(forest_area(audit, 0, default_reading(audit), LossYear{2006}).value().empty());
}

TEST(ForestArea, RefusesTheMapsRouteWithoutALaterMap) {
    AuditCase audit = sparse_and_lost_forest();
    audit.maps[1].role = StrataRole::independent;
    Reading reading = default_reading(audit);
    reading.route = Route::maps;

    EXPECT_THAT(forest_area(audit, 0, reading, LossYear{2019}).refusal().reason,
                testing::HasSubstr("no strata map of role monitoring"));
}

TEST(TotalArea, AddsTheStrata) {
    EXPECT_EQ(total_area({}).value(), 0);
    EXPECT_EQ(total_area({{"a", Hectares::of(2)}, {"b", Hectares::of(5)}}).value(), 7);
}

TEST(ForestArea, LeavesOutWhatTheLaterMapDoesNotKnow) {
    const AuditCase audit =
        small_case({{"project", "evergreen", "evergreen", 80, 0, 70}, {"project", "evergreen", "", 80, 0, 30}});
    Reading reading = default_reading(audit);
    reading.route = Route::maps;

    EXPECT_DOUBLE_EQ(total_area(forest_area(audit, 0, reading, LossYear{2019}).value()).value(), 70);
}

}  // namespace
}  // namespace reddline::accounting
