#include "accounting/lost_area.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/disputed_case.hpp"

namespace reddline::accounting {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::Pair;
using tests::Land;
using tests::small_case;

constexpr LostArea::StratumIndex evergreen = 0;
constexpr LostArea::StratumIndex deciduous = 1;
constexpr LostArea::StratumIndex none = 4;

TEST(LostArea, WeighsAYearByItsDaysInThePeriodAndLeavesOtherYearsOut) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 9},
                                  {"project", "evergreen", "", 80, 2017, 50},
                                  {"project", "evergreen", "", 80, 2018, 365},
                                  {"project", "evergreen", "", 80, 2020, 100}});
    audit.monitoring = MonitoringPeriod{year{2018} / 3 / 12, year{2020} / 12 / 31};

    // 295 of the 365 days of 2018 lie inside.
    EXPECT_DOUBLE_EQ(LostArea(audit, 0, audit.forest).total().value(), 295 + 100);
}

TEST(LostArea, HoldsWhatTheCanopyRuleCallsForest) {
    const AuditCase audit =
        small_case({{"project", "evergreen", "", 30, 2019, 10}, {"project", "evergreen", "", 31, 2019, 20}});
    ForestRule at_least = audit.forest;
    at_least.canopy_rule = CanopyRule::at_least;

    EXPECT_EQ(LostArea(audit, 0, audit.forest).total().value(), 20);
    EXPECT_EQ(LostArea(audit, 0, at_least).total().value(), 30);
}

TEST(LostArea, ReadsTheTableOfThePatchFilter) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 2019, 6}});
    tests::filter_patches(audit, 0.5,
                          {{"project", "evergreen", "", 80, 2019, 4}, {"project", "evergreen", "", 0, 2019, 2}});

    EXPECT_EQ(LostArea(audit, 0, audit.forest).total().value(), 4);
}

TEST(LostArea, TellsStrataOfOneMapAndOfTwoWithTheirGaps) {
    const AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 2019, 1},
                                        {"project", "evergreen", "deciduous", 80, 2019, 2},
                                        {"project", "evergreen", "deciduous", 50, 2020, 4},
                                        {"project", "deciduous", "", 80, 2020, 8}},
                                       tests::two_earlier_maps());
    const LostArea lost(audit, 0, audit.forest);
    const auto ha = [](double area_ha) { return Hectares::of(area_ha); };

    EXPECT_THAT(lost.by_stratum(0), ElementsAre(Pair(evergreen, ha(7)), Pair(deciduous, ha(8))));
    EXPECT_THAT(lost.by_stratum(1), ElementsAre(Pair(evergreen, ha(1)), Pair(deciduous, ha(6)), Pair(none, ha(8))));
    EXPECT_THAT(lost.by_strata(0, 1),
                ElementsAre(Pair(Pair(evergreen, evergreen), ha(1)), Pair(Pair(evergreen, deciduous), ha(6)),
                            Pair(Pair(deciduous, none), ha(8))));
}

TEST(LostArea, CountsTheBinsOfItsZoneAlone) {
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 2019, 1},
                                        {"belt", "evergreen", "", 80, 2019, 2},
                                        {"reference", "evergreen", "", 80, 2019, 4}});

    EXPECT_EQ(LostArea(audit, 0, audit.forest).total().value(), 1);
    EXPECT_EQ(LostArea(audit, 1, audit.forest).total().value(), 2);
    EXPECT_EQ(LostArea(audit, 2, audit.forest).total().value(), 4);
}

TEST(LostArea, IsZeroWhereNothingWasLost) {
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 1}});
    const LostArea lost(audit, 0, audit.forest);

    EXPECT_EQ(lost.total(), Hectares{});
    EXPECT_TRUE(lost.by_stratum(0).empty());
}

}  // namespace
}  // namespace reddline::accounting
