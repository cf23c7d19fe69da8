#include "accounting/map_change.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;
using tests::two_maps;

TEST(MapPair, TakesTheBaselineMapAndTheFirstLaterMapOfRoleMonitoring) {
    std::vector<StrataMap> maps = two_maps();
    maps.insert(maps.begin(), {"earlier", 2010, StrataRole::monitoring, tests::small_legend()});
    maps.insert(maps.begin(), {"other", 2019, StrataRole::independent, tests::small_legend()});
    const auto pair = map_pair(small_case({}, maps));

    EXPECT_EQ(pair.value().from, 2U);
    EXPECT_EQ(pair.value().to, 3U);
}

TEST(MapPair, IsRefusedWithoutMaps) {
    EXPECT_EQ(map_pair(small_case({}, {})).refusal().reason, "no strata map: the maps route compares two of them");
}

TEST(MapPair, IsRefusedWhenTheMonitoringMapIsNotLater) {
    std::vector<StrataMap> maps = two_maps();
    maps[1].year = 2017;

    EXPECT_EQ(map_pair(small_case({}, maps)).refusal().reason,
              "no strata map of role monitoring that is later than before: the maps route compares two dates");
}

TEST(MapTransitions, AddsUpTheBinsOfAPairOfStrataWhateverCoverAndLoss) {
    const AuditCase audit = small_case({{"project", "evergreen", "crops", 80, 2018, 30},
                                        {"project", "evergreen", "crops", 5, 0, 4},
                                        {"project", "crops", "crops", 0, 0, 2},
                                        {"project", "evergreen", "", 80, 0, 1},
                                        {"belt", "evergreen", "crops", 80, 0, 100}});
    const auto transitions = map_transitions(audit, 0, {0, 1});

    // Sorted by strata; index 4 is "no stratum".
    ASSERT_EQ(transitions.size(), 3U);
    EXPECT_EQ(transitions[0].from, 0);
    EXPECT_EQ(transitions[0].to, 2);
    EXPECT_EQ(transitions[0].tally.pixels, 34);
    EXPECT_EQ(transitions[1].to, 4);
    EXPECT_EQ(transitions[1].tally.pixels, 1);
    EXPECT_EQ(transitions[2].from, 2);
    EXPECT_EQ(transitions[2].tally.pixels, 2);
}

TEST(MapTransitions, ReadsTheTableWithoutPatchFilter) {
    AuditCase audit = small_case({{"project", "evergreen", "crops", 80, 0, 30}});
    tests::filter_patches(audit, 0.5, {{"project", "evergreen", "crops", 80, 0, 7}});

    EXPECT_EQ(map_transitions(audit, 0, {0, 1})[0].tally.pixels, 30);
}

TEST(MapActivity, SpreadsTheChangeEvenlyOverTheYearsAfterTheFirstMap) {
    // Eq. 20, worked: maps of 2017 and 2020 that differ by 210 ha: 70 ha in each of 2018, 2019 and 2020.
    const AuditCase audit = small_case({{"project", "evergreen", "crops", 80, 0, 210}});
    const ActivityData activity = map_activity(audit, 0, {0, 1}, map_transitions(audit, 0, {0, 1}));

    EXPECT_EQ(activity.strata, "before > after");
    ASSERT_EQ(activity.rows.size(), 3U);
    for (int k = 0; k < 3; ++k) {
        const Activity& row = activity.rows[static_cast<std::size_t>(k)];
        EXPECT_EQ(row.year, LossYear{2018 + k});
        EXPECT_EQ(row.from, "evergreen");
        EXPECT_EQ(row.to, "crops");
        EXPECT_DOUBLE_EQ(row.area.value(), 70);
    }
}

TEST(MapActivity, IsOnlyWhatLeavesAForestStratumForAKnownOne) {
    const AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 1},
                                        {"project", "crops", "evergreen", 80, 0, 2},
                                        {"project", "rubber", "crops", 80, 0, 4},
                                        {"project", "evergreen", "", 80, 0, 8},
                                        {"project", "", "crops", 80, 0, 16}});

    EXPECT_TRUE(map_activity(audit, 0, {0, 1}, map_transitions(audit, 0, {0, 1})).rows.empty());
}

}  // namespace
}  // namespace reddline::accounting
