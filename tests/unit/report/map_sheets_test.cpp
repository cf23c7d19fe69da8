#include "report/map_sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/map_qml.hpp"
#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

const MapClass& class_of(const MapLook& look, std::uint16_t value) {
    return *std::ranges::find(look.classes, value, &MapClass::value);
}

TEST(MapSheets, AreOneForEachStrataMap) {
    const std::vector<MapSheet> sheets = map_sheets(worked_case());
    ASSERT_EQ(sheets.size(), 2U);
    EXPECT_EQ(sheets[1].loss_file, "loss_by_stratum_types-2020");
    EXPECT_EQ(sheets[1].strata_file, "strata_types-2020");
    EXPECT_EQ(sheets[1].values.step(), 8);  // seven years and none
    EXPECT_EQ(default_sheet(sheets, 1), 1U);
    EXPECT_EQ(default_sheet(sheets, std::nullopt), 0U);
}

TEST(MapSheets, HaveFileNamesThatEveryFileSystemTakes) {
    AuditCase audit = worked_case();
    audit.maps[0].name = "a/b";
    audit.maps[1].name = "a:b";
    const std::vector<MapSheet> sheets = map_sheets(audit);
    EXPECT_EQ(sheets[0].loss_file, "loss_by_stratum_a_b");
    EXPECT_EQ(sheets[1].loss_file, "loss_by_stratum_a_b_");
}

TEST(MapSheets, AreOneOfAllForestWithoutAStrataMap) {
    AuditCase audit = worked_case();
    audit.maps.clear();
    const std::vector<MapSheet> sheets = map_sheets(audit);
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].loss_file, "loss_by_stratum_forest");
    EXPECT_EQ(sheets[0].strata_file, "");
}

TEST(LossLook, NamesEveryValue) {
    const AuditCase audit = worked_case();
    const MapSheet sheet = map_sheets(audit).front();
    const MapLook look = loss_look(audit, audit.forest, sheet);
    EXPECT_EQ(look.classes.size(), 3U + 4U * 8U);
    EXPECT_TRUE(std::ranges::is_sorted(look.classes, {}, &MapClass::value));
    EXPECT_EQ(class_of(look, 8).name, "evergreen, not lost");
    EXPECT_EQ(class_of(look, 8 + 6).name, "evergreen, lost in 2019");
    EXPECT_EQ(class_of(look, 4 * 8).name, "no forest type in the map, not lost");
    EXPECT_THAT(look.facts, Contains(Pair("STEP", "8")));
    EXPECT_THAT(look.facts, Contains(Pair("FOREST", "canopy cover > 30 %")));
}

TEST(SeenOf, LeavesOutWhatNoPixelIs) {
    const AuditCase audit = worked_case();
    const MapSheet sheet = map_sheets(audit)[1];
    const MapLook look = seen_of(audit, audit.forest, sheet, loss_look(audit, audit.forest, sheet));
    std::vector<std::uint16_t> values;
    for (const MapClass& one : look.classes)
        values.push_back(one.value);
    // Ten pixels of evergreen forest stand, and two of what is cropland in 2020 were lost in 2019.
    EXPECT_THAT(values, ElementsAre(1, 2, 3, 8, 3 * 8 + 6));
}

TEST(PeriodCodes, AreTheYearsThatThePeriodTouches) {
    AuditCase audit = worked_case();
    EXPECT_EQ(period_codes(audit).first, 6);
    EXPECT_EQ(period_codes(audit).last, 7);
    audit.monitoring.reset();
    EXPECT_EQ(period_codes(audit).first, 1);
    EXPECT_EQ(period_codes(audit).last, 7);
}

TEST(RasterQml, KeepsNamesText) {
    const std::string qml = raster_qml({{{5, "a < \"b\" & c", {1, 2, 255}}}, {}});
    EXPECT_THAT(qml, HasSubstr("value=\"5\" color=\"#0102ff\" label=\"a &lt; &quot;b&quot; &amp; c\""));
}

TEST(ZonesQml, HasAStyleForEveryRole) {
    for (const char* const role :
         {"project", "displacement_belt", "reference_region", "jurisdiction", "donor", "other"}) {
        EXPECT_THAT(zones_qml(), HasSubstr("<category value=\"" + std::string(role) + "\"")) << role;
    }
    EXPECT_THAT(zones_qml(), Not(HasSubstr("http")));
}

}  // namespace
}  // namespace reddline::report
