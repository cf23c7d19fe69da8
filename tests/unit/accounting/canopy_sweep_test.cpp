#include "accounting/canopy_sweep.hpp"

#include <gmock/gmock.h>

#include <tuple>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;

TEST(CanopySweep, AnswersEveryThresholdUnderBothRulesInOrder) {
    AuditCase audit = small_case({{"project", "evergreen", "", 10, 2018, 1},
                                  {"project", "evergreen", "", 30, 0, 2},
                                  {"project", "crops", "", 50, 2019, 4},
                                  {"project", "rubber", "", 90, 2020, 8}});
    audit.canopy_sweep = {50, 10};
    std::vector<std::tuple<double, CanopyRule, std::int64_t, std::int64_t, std::int64_t>> rows;
    for (const CanopyRow& row : canopy_sweep(audit)) {
        rows.emplace_back(row.forest.canopy_pct, row.forest.canopy_rule, row.forest_2000.pixels, row.loss.pixels,
                          row.loss_outside_forest.pixels);
    }

    using enum CanopyRule;
    // Rubber is never forest: its 8 ha of loss stay outside. The audit's own threshold, 30, joins the list.
    EXPECT_THAT(rows, testing::ElementsAre(std::tuple(10.0, greater, 6, 4, 9), std::tuple(10.0, at_least, 7, 5, 8),
                                           std::tuple(30.0, greater, 4, 4, 9), std::tuple(30.0, at_least, 6, 4, 9),
                                           std::tuple(50.0, greater, 0, 0, 13), std::tuple(50.0, at_least, 4, 4, 9)));
}

TEST(CanopySweep, HasRowsForEveryZoneWithoutAndWithThePatchFilter) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 6}, {"belt", "evergreen", "", 80, 0, 9}});
    tests::filter_patches(audit, 0.5, {{"project", "evergreen", "", 80, 0, 5}, {"belt", "evergreen", "", 80, 0, 7}});
    const auto rows = canopy_sweep(audit);

    ASSERT_EQ(rows.size(), 8U);
    EXPECT_EQ(rows[0].forest_2000.pixels, 6);
    EXPECT_EQ(rows[2].forest.min_area_ha, 0.5);
    EXPECT_EQ(rows[2].forest_2000.pixels, 5);
    EXPECT_EQ(rows[4].zone, 1U);
    EXPECT_EQ(rows[4].forest_2000.pixels, 9);
    EXPECT_EQ(rows[6].forest_2000.pixels, 7);
}

}  // namespace
}  // namespace reddline::accounting
