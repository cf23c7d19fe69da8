#include "accounting/emissions.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::Land;
using tests::small_case;

Reading reading_of(const AuditCase& audit, Route route, Arcs arcs = Arcs::option_1) {
    Reading reading = default_reading(audit);
    reading.route = route;
    reading.arcs = arcs;
    return reading;
}

Answer<ActivityData> activity_of(const AuditCase& audit, const Reading& reading) {
    return activity_data(tests::workings_of(audit, reading), 0, reading);
}

EmissionTable emitted(const AuditCase& audit, const Reading& reading) {
    return emissions(audit, activity_of(audit, reading).value(), reading).value();
}

double total_tCO2e(const EmissionTable& table) {
    TonnesCO2e sum;
    for (const StratumYear& row : table)
        sum += row.emission;
    return sum.value();
}

TEST(Emissions, WeighsLossByStratumWithTheFactorOfTheStratum) {
    // 60 ha x 550 + 10 ha x 220 = 35,200 tCO2e in 2019, 1 ha x 550 in 2020.
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 2019, 60},
                                        {"project", "deciduous", "", 80, 2019, 10},
                                        {"project", "evergreen", "", 80, 2020, 1}});
    const EmissionTable table = emitted(audit, reading_of(audit, Route::loss));

    ASSERT_EQ(table.size(), 3U);
    EXPECT_DOUBLE_EQ(emission_of(table, LossYear{2019}).value(), 35'200);
    EXPECT_DOUBLE_EQ(emission_of(table, LossYear{2020}).value(), 550);
}

TEST(Emissions, GivesLossOutsideForestStrataNoFactor) {
    const AuditCase audit = small_case({{"project", "crops", "", 80, 2019, 60},
                                        {"project", "", "", 80, 2019, 10},
                                        {"project", "rubber", "", 80, 2019, 10},
                                        {"project", "evergreen", "", 20, 2019, 10}});

    EXPECT_TRUE(emitted(audit, reading_of(audit, Route::loss)).empty());
}

TEST(Emissions, AddsUpTheDestinationsOfAStratum) {
    // 2017 to 2020: 30 ha to crops and 60 ha to rubber are 10 + 20 ha a year, at 550 each.
    const AuditCase audit =
        small_case({{"project", "evergreen", "crops", 80, 0, 30}, {"project", "evergreen", "rubber", 80, 0, 60}});
    const EmissionTable table = emitted(audit, reading_of(audit, Route::maps));

    ASSERT_EQ(table.size(), 3U);
    EXPECT_DOUBLE_EQ(table[0].area->value(), 30);
    EXPECT_DOUBLE_EQ(table[0].emission.value(), 16'500);
}

// 30 ha a year of evergreen become deciduous: 30 x 330 = 9,900 tCO2e; the way back would be below zero.
const std::vector<Land> swapped_forest{{"project", "evergreen", "deciduous", 80, 0, 90},
                                       {"project", "deciduous", "evergreen", 80, 0, 300}};

TEST(Emissions, LeavesForestToForestOutUnderOption1) {
    const AuditCase audit = small_case(swapped_forest);

    EXPECT_TRUE(emitted(audit, reading_of(audit, Route::maps, Arcs::option_1)).empty());
}

TEST(Emissions, CountsForestToPoorerForestUnderOption2AndNeverTheWayBack) {
    const AuditCase audit = small_case(swapped_forest);
    const EmissionTable table = emitted(audit, reading_of(audit, Route::maps, Arcs::option_2));

    ASSERT_EQ(table.size(), 3U);
    for (const StratumYear& row : table) {
        EXPECT_EQ(row.stratum, "evergreen");
        EXPECT_DOUBLE_EQ(row.emission.value(), 9'900);
    }
}

TEST(Emissions, ChangeNothingWhenTheDestinationHoldsAsMuchOrMoreCarbon) {
    for (const double crops_tC_per_ha : {60.0, 100.0}) {
        AuditCase audit = small_case({{"project", "deciduous", "crops", 80, 0, 90}});
        audit.factor_sets[0].stocks["crops"] = tests::stock(crops_tC_per_ha);
        Reading reading = reading_of(audit, Route::maps);
        reading.post = PostStock::post_stock;

        EXPECT_TRUE(emitted(audit, reading).empty());
    }
}

TEST(Emissions, ReadWhatTheDestinationIsFromTheLaterMap) {
    // Rubber counts as forest in the first legend only; so evergreen to rubber leaves the forest.
    std::vector<StrataMap> maps = tests::two_maps();
    maps[0].legend = Legend("first.csv");
    maps[0].legend.add("1", {"evergreen", StratumKind::forest});
    maps[0].legend.add("4", {"rubber", StratumKind::forest});
    const AuditCase audit = small_case({{"project", "evergreen", "rubber", 80, 0, 3}}, maps);

    EXPECT_DOUBLE_EQ(total_tCO2e(emitted(audit, reading_of(audit, Route::maps))), 3 * 550);
}

TEST(Emissions, MoveByTheDifferenceOfTheFactorsWhenHectaresMoveBetweenStrata) {
    // Identity: h ha booked as deciduous instead of evergreen lower the emissions by h x (550 - 220).
    const auto with_moved_ha = [](std::int64_t moved_ha) {
        const AuditCase audit = small_case({{"project", "evergreen", "", 80, 2019, 100 - moved_ha},
                                            {"project", "deciduous", "", 80, 2019, 50 + moved_ha}});
        return total_tCO2e(emitted(audit, reading_of(audit, Route::loss)));
    };

    for (const std::int64_t moved_ha : {1, 7, 99}) {
        EXPECT_DOUBLE_EQ(with_moved_ha(0) - with_moved_ha(moved_ha), static_cast<double>(moved_ha) * 330);
    }
}

TEST(Emissions, AreLinearInArea) {
    const auto of_area = [](std::int64_t area_ha) {
        const AuditCase audit = small_case({{"project", "evergreen", "crops", 80, 2019, area_ha},
                                            {"project", "deciduous", "crops", 80, 2019, 2 * area_ha}});
        return std::pair{total_tCO2e(emitted(audit, reading_of(audit, Route::loss))),
                         total_tCO2e(emitted(audit, reading_of(audit, Route::maps)))};
    };
    const auto [one_by_loss, one_by_maps] = of_area(1);

    for (const std::int64_t area_ha : {3, 1000}) {
        const auto [by_loss, by_maps] = of_area(area_ha);
        EXPECT_DOUBLE_EQ(by_loss, static_cast<double>(area_ha) * one_by_loss);
        EXPECT_DOUBLE_EQ(by_maps, static_cast<double>(area_ha) * one_by_maps);
    }
}

TEST(Emissions, AreRefusedWithoutFactors) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 2019, 1}});
    audit.factor_sets.clear();
    const Reading reading = default_reading(audit);

    EXPECT_EQ(emissions(audit, activity_of(audit, reading).value(), reading).refusal().reason,
              "no carbon factors: give [carbon] factors");
}

TEST(Emissions, AreRefusedWhenAStratumHasNoFactor) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 2019, 1}});
    audit.factor_sets[0].stocks.erase("evergreen");
    const Reading reading = default_reading(audit);

    EXPECT_EQ(emissions(audit, activity_of(audit, reading).value(), reading).refusal().reason,
              "no carbon factor for 'evergreen' in carbon.csv");
}

TEST(ActivityData, IsRefusedByTheMapsRouteWithoutTwoMaps) {
    const AuditCase audit = small_case({{"project", "", "", 80, 2019, 1}}, {});

    EXPECT_EQ(activity_of(audit, reading_of(audit, Route::maps)).refusal().reason,
              "no strata map: the maps route compares two of them");
}

TEST(ActivityData, IsRefusedByEveryRouteThatNeedsPixelsWhereNothingWasCounted) {
    const AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(5)}});
    for (const Route route : {Route::loss, Route::maps}) {
        EXPECT_EQ(activity_of(audit, reading_of(audit, route)).refusal().reason,
                  "no pixel was counted: give [loss] and [[zones]]");
    }
}

// --- The reported route ------------------------------------------------------------------------------------------------

AuditCase with_reported(const std::vector<ReportedLoss>& losses) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 100}});
    audit.factor_sets[0].stocks["crops"] = tests::stock(10);
    audit.claim = tests::empty_claim();
    audit.claim->losses = losses;
    return audit;
}

TEST(Emissions, TakeTheReportedDestinationOrNoneWhereItIsNotSaid) {
    // To nothing 150 x 44/12 = 550; to crops 140 x 44/12 under post-stock; to deciduous forest 330 under option 2.
    const AuditCase audit = with_reported({tests::reported_loss("project", "evergreen", 2019, 3),
                                           tests::reported_loss("project", "evergreen", 2019, 30, "crops"),
                                           tests::reported_loss("project", "evergreen", 2019, 300, "deciduous")});
    Reading reading = reading_of(audit, Route::reported);
    reading.post = PostStock::zero;
    EXPECT_DOUBLE_EQ(total_tCO2e(emitted(audit, reading)), 33 * 550);

    reading.post = PostStock::post_stock;
    EXPECT_DOUBLE_EQ(total_tCO2e(emitted(audit, reading)), 3 * 550 + 30 * 140 * 44 / 12.0);

    reading.arcs = Arcs::option_2;
    EXPECT_DOUBLE_EQ(total_tCO2e(emitted(audit, reading)), 3 * 550 + 30 * 140 * 44 / 12.0 + 300 * 330);
}

TEST(Emissions, GiveReportedLossOfWhatIsNotForestNoFactor) {
    const AuditCase audit = with_reported(
        {tests::reported_loss("project", "crops", 2019, 3), tests::reported_loss("project", "bamboo", 2019, 3)});

    EXPECT_TRUE(emitted(audit, reading_of(audit, Route::reported)).empty());
}

}  // namespace
}  // namespace reddline::accounting
