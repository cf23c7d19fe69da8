#include "report/crosstab_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of_crosstab(const AuditCase& audit) {
    std::string text;
    crosstab_csv(audit, [&](std::string_view piece) { text += piece; });
    return text;
}

TEST(CrosstabCsv, HasOneRowPerBinWithTheStratumOfEachMapEmptyWhereItHasNone) {
    EXPECT_EQ(text_of_crosstab(worked_case()),
              "zone,types-2017,types-2020,min_area_ha,cover_pct,loss_year,pixels,area_cm2,area_ha\n"
              "park,evergreen,evergreen,0,80,0,10,1000000000,10\n"
              "park,evergreen,cropland,0,80,2019,2,200000000,2\n"
              "park,,evergreen,0,5,0,1,100000000,1\n");
}

TEST(CrosstabCsv, WritesTheTableOfEachMinimumAreaAndExactAreas) {
    AuditCase audit = worked_case();
    audit.maps.clear();
    audit.crosstabs = {{0.0, Crosstab(0, {{}}, {{{park, 0, 1, 1}, {1, 7'690'001}}}, {{}, {}}, {})},
                       {0.5, Crosstab(0, {{}}, {{{park, 0, 0, 7}, {1, 7'690'001}}}, {{}, {}}, {})}};
    EXPECT_EQ(text_of_crosstab(audit),
              "zone,min_area_ha,cover_pct,loss_year,pixels,area_cm2,area_ha\n"
              "park,0,1,2014,1,7690001,0.07690001\n"
              "park,0.5,0,2020,1,7690001,0.07690001\n");
}

TEST(PixelsCsv, ShowsEveryOutcomeOverAllZonesAndPerZoneButNotWhatSurroundsThem) {
    const std::vector<std::string> lines = lines_of(pixels_csv(worked_case()));
    EXPECT_EQ(lines.size(), 1U + 3U * 7U) << "seven outcomes: over all, in the park, in the belt";
    EXPECT_EQ(lines[0], "min_area_ha,zone,outcome,pixels,area_cm2,area_ha");
    EXPECT_EQ(lines[1], "0,,counted,13,1300000000,13");
    EXPECT_EQ(lines[5], "0,,water,3,300000000,3");
    EXPECT_EQ(lines[8], "0,park,counted,13,1300000000,13");
    EXPECT_EQ(lines[15], "0,belt,counted,0,0,0");
    EXPECT_THAT(pixels_csv(worked_case()), Not(HasSubstr("outside_zones")));
}

TEST(ZonesCsv, ShowsEveryZoneAsItMeetsTheGrid) {
    EXPECT_EQ(zones_csv(worked_case()),
              "zone,role,entry,project,features,repaired,pixels,area_cm2,area_ha,outside_pixels\n"
              "park,project,park,,2,1,16,1600000000,16,5\n"
              "belt,displacement_belt,belt,park,1,0,0,0,0,0\n");
}

}  // namespace
}  // namespace reddline::report
