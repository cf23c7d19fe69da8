#include "accounting/forest_area.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
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

Answer<std::vector<StratumArea>> forest_of(const AuditCase& audit, const Reading& reading, int year = 2019) {
    return forest_area(tests::workings_of(audit, reading), 0, reading, LossYear{year});
}

TEST(ForestArea, IsTheForestLeftByTheLossRouteInLegendOrder) {
    const AuditCase audit = sparse_and_lost_forest();
    const auto forest = forest_of(audit, default_reading(audit));

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
    const auto forest = forest_of(audit, reading);

    ASSERT_EQ(forest.value().size(), 2U);
    EXPECT_EQ(forest.value()[0].area.value(), 30 + 20 + 7);  // Whatever the canopy cover and the loss.
    EXPECT_EQ(forest.value()[1].area.value(), 100);
}

TEST(ForestArea, LeavesOutAStratumThatIsAllLost) {
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 2005, 30}});

    EXPECT_TRUE(forest_of(audit, default_reading(audit), 2006).value().empty());
}

TEST(ForestArea, RefusesTheMapsRouteWithoutALaterMap) {
    AuditCase audit = sparse_and_lost_forest();
    audit.maps[1].role = StrataRole::independent;
    Reading reading = default_reading(audit);
    reading.route = Route::maps;

    EXPECT_THAT(forest_of(audit, reading).refusal().reason, testing::HasSubstr("no strata map of role monitoring"));
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

    EXPECT_DOUBLE_EQ(total_area(forest_of(audit, reading).value()).value(), 70);
}

TEST(ForestArea, IsWhatATableDeclaresWhereNothingWasCounted) {
    AuditCase audit = tests::declared_case({{"project", "deciduous", Hectares::of(40)},
                                            {"project", "crops", Hectares::of(7)},
                                            {"belt", "evergreen", Hectares::of(9)},
                                            {"project", "evergreen", Hectares::of(0)}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    const auto forest = forest_of(audit, default_reading(audit));

    ASSERT_EQ(forest.value().size(), 1U);
    EXPECT_EQ(forest.value()[0].stratum, "deciduous");
    EXPECT_EQ(forest.value()[0].area.value(), 40);
}

TEST(ForestArea, IsTheForestLeftByTheReportedRoute) {
    const AuditCase audit = sparse_and_lost_forest();
    Reading reading = default_reading(audit);
    reading.route = Route::reported;

    EXPECT_DOUBLE_EQ(total_area(forest_of(audit, reading).value()).value(), 120);
}

}  // namespace
}  // namespace reddline::accounting
