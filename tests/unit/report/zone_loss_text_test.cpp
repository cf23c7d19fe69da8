#include "report/zone_loss_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;

/// One zone of role other; type k of the map (0 first) held 100 ha and lost k ha in 2020.
AuditCase town(int types, AuditResult& results) {
    AuditCase audit = worked_case();
    audit.zones = {{{"town", ZoneRole::other, "town", ""}, 1, 0, ha(16), 0}};
    ZoneLoss loss;
    for (int type = 0; type < types; ++type) {
        std::vector<Tally> by_code(8);
        by_code[7] = ha(type);  // 2020
        loss.strata.push_back({"type " + std::to_string(type), StratumKind::forest, ha(100), by_code});
    }
    results.losses = {loss};
    return audit;
}

TEST(ZonesLossText, ListsTheForestTypesWithMostLossFirstAndAddsUpTheRest) {
    AuditResult results;
    const std::string text = zones_loss_text(english(), town(11, results), results);
    EXPECT_THAT(text, HasSubstr("  town  type 10                100.0               10.0                   10.0\n"
                                "        type 9                 100.0                9.0                    9.0\n"));
    EXPECT_THAT(text, HasSubstr("        type 3                 100.0                3.0                    3.0\n"
                                "        3 more types           300.0                3.0                    3.0\n"
                                "        all                  1,100.0               55.0                   55.0\n"));
}

TEST(ZonesLossText, CountsPartYearsByDays) {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    AuditResult results;
    AuditCase audit = town(2, results);
    // 183 of the 366 days of 2020.
    audit.monitoring = MonitoringPeriod{year{2020} / month{7} / day{2}, year{2020} / month{12} / day{31}};
    const std::string text = zones_loss_text(english(), audit, results);
    EXPECT_THAT(text, HasSubstr("The period is 2020-07-02 to 2020-12-31, part years by days.\n"));
    EXPECT_THAT(text, HasSubstr("  town  type 1                100.0                1.0                    0.5\n"));
}

TEST(ZonesLossText, HasNoColumnOfThePeriodWithoutOne) {
    AuditResult results;
    AuditCase audit = town(1, results);
    audit.monitoring.reset();
    EXPECT_EQ(zones_loss_text(english(), audit, results),
              "No zone is a project, so no credits are computed.\n"
              "\n"
              "  zone  forest type  forest 2000 ha  lost 2014-2020 ha\n"
              "  town  type 0                100.0                0.0\n"
              "        all                   100.0                0.0\n");
}

TEST(OtherZonesSentence, NamesTheThreeLargestLossesOfAZone) {
    AuditResult results;
    const AuditCase audit = town(7, results);
    EXPECT_EQ(other_zones_sentence(english(), audit, results),
              "Zones of role other, forest lost in the period by the maps: 'town' 21.0 ha (type 6 6.0, type 5 5.0, "
              "type 4 4.0, 4 more types 6.0).");
}

TEST(OtherZonesSentence, IsEmptyWithoutSuchAZone) {
    EXPECT_EQ(other_zones_sentence(english(), worked_case(), worked_result()), "");
}

}  // namespace
}  // namespace reddline::report
