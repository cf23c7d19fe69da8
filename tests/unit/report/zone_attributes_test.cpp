#include "report/zone_attributes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

class WorkedZones : public testing::Test {
protected:
    AttributeTable table = zone_attributes(worked_case(), worked_result());

    [[nodiscard]] const Attribute& value(std::size_t zone, const std::string& column) const {
        const auto found = std::ranges::find(table.columns, column, &AttributeColumn::name);
        EXPECT_NE(found, table.columns.end()) << column;
        return table.rows.at(zone).at(static_cast<std::size_t>(found - table.columns.begin()));
    }
};

TEST_F(WorkedZones, HaveARowEach) {
    ASSERT_EQ(table.rows.size(), 2U);
    for (const auto& row : table.rows)
        EXPECT_EQ(row.size(), table.columns.size());
    EXPECT_EQ(value(park, "zone"), Attribute(std::string("park")));
    EXPECT_EQ(value(belt, "role"), Attribute(std::string("displacement_belt")));
    EXPECT_EQ(value(belt, "project"), Attribute(std::string("park")));
    EXPECT_EQ(value(park, "area_ha"), Attribute(16.0));
}

TEST_F(WorkedZones, HoldTheCreditsOfProjectsAlone) {
    EXPECT_EQ(value(park, "credits"), Attribute(std::int64_t{1'341}));
    EXPECT_EQ(value(park, "status"), Attribute(std::string("computed")));
    EXPECT_EQ(value(park, "displaced_tCO2e"), Attribute(10.0));
    EXPECT_EQ(value(park, "claimed_credits"), Attribute());
    EXPECT_EQ(value(belt, "credits"), Attribute());
    EXPECT_EQ(value(belt, "status"), Attribute());
}

}  // namespace
}  // namespace reddline::report
