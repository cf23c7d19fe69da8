#include "accounting/stock_change.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;

std::vector<StockYear> rows_by_loss(const AuditCase& audit) {
    const Reading reading = default_reading(audit);
    return stock_by_loss(tests::workings_of(audit, reading), 0, reading);
}

Answer<std::vector<StockYear>> rows_by_maps(const AuditCase& audit) {
    const Reading reading = default_reading(audit);
    return stock_by_maps(tests::workings_of(audit, reading), 0, reading);
}

TEST(StockByLoss, FollowsForestAndCarbonFromYearToYear) {
    // 1,000 ha at the start of 2018, the year after the map's; 5 ha lost in 2018 and 7 ha in 2020, 150 tC/ha.
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 988},
                                        {"project", "evergreen", "", 80, 2018, 5},
                                        {"project", "evergreen", "", 80, 2020, 7},
                                        {"project", "crops", "", 80, 2020, 7}});
    const auto rows = rows_by_loss(audit);

    ASSERT_EQ(rows.size(), 4U);  // The start of 2018 to the end of 2020, of the one forest stratum.
    EXPECT_EQ(rows[0].strata, "before");
    EXPECT_EQ(rows[0].area.value(), 1'000);
    EXPECT_DOUBLE_EQ(rows[0].stock->value(), 150'000);
    EXPECT_EQ(rows[0].yearly_change, std::nullopt);
    EXPECT_EQ(rows[1].year, LossYear{2019});
    EXPECT_DOUBLE_EQ(rows[1].yearly_change->value(), -750);
    EXPECT_DOUBLE_EQ(rows[2].yearly_change->value(), 0);
    EXPECT_EQ(rows[3].year, LossYear{2021});
    EXPECT_EQ(rows[3].area.value(), 988);
    EXPECT_DOUBLE_EQ(rows[3].yearly_change->value(), -1'050);
}

TEST(StockByLoss, GivesAreaWithoutCarbonWhereThereIsNoFactor) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 2018, 5}});
    audit.factor_sets.clear();
    const auto rows = rows_by_loss(audit);

    EXPECT_EQ(rows[1].area.value(), 0);
    EXPECT_EQ(rows[0].stock, std::nullopt);
    EXPECT_EQ(rows[1].yearly_change, std::nullopt);
}

TEST(StockByLoss, NamesNoMapWithoutOne) {
    AuditCase audit = small_case({{"project", "", "", 80, 2001, 5}}, {});

    const auto rows = rows_by_loss(audit);
    EXPECT_EQ(rows[0].strata, "");
    EXPECT_EQ(rows[0].stratum, "forest");
    EXPECT_EQ(rows[0].stock, std::nullopt);
}

TEST(StockByMaps, IsTheWorkedExampleOfEquation12) {
    // Evergreen 6,000 to 5,900 ha, deciduous 1,000 to 1,010 ha, 163.8 and 56.2 tC/ha: -16,380 + 562 = -15,818 tC, over
    // the three years from 2017 to 2020.
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 5'900},
                                  {"project", "evergreen", "crops", 80, 0, 90},
                                  {"project", "evergreen", "deciduous", 80, 0, 10},
                                  {"project", "deciduous", "deciduous", 80, 0, 1'000}});
    audit.factor_sets = {
        CarbonTable{"carbon.csv", {{"evergreen", tests::stock(163.8)}, {"deciduous", tests::stock(56.2)}}}};
    const auto answer = rows_by_maps(audit);
    const auto& rows = answer.value();

    ASSERT_EQ(rows.size(), 4U);  // Strata by name: deciduous, evergreen.
    EXPECT_EQ(rows[0].stratum, "deciduous");
    EXPECT_EQ(rows[0].strata, "before");
    EXPECT_EQ(rows[1].strata, "after");
    EXPECT_EQ(rows[1].area.value(), 1'010);
    EXPECT_EQ(rows[0].yearly_change, std::nullopt);
    EXPECT_EQ(rows[2].area.value(), 6'000);
    EXPECT_EQ(rows[3].area.value(), 5'900);
    // A difference of stocks of a million tonnes carries their noise, some 1e-10.
    EXPECT_NEAR(rows[1].yearly_change->value(), 562.0 / 3, 1e-9);
    EXPECT_NEAR(rows[3].yearly_change->value(), -16'380.0 / 3, 1e-9);
    EXPECT_NEAR(3 * (rows[1].yearly_change->value() + rows[3].yearly_change->value()), -15'818, 1e-8);
}

TEST(StockByMaps, CountsOnlyPixelsThatBothMapsKnow) {
    const AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 100},
                                        {"project", "evergreen", "", 80, 0, 7},
                                        {"project", "", "evergreen", 80, 0, 9}});
    const auto answer = rows_by_maps(audit);

    EXPECT_EQ(answer.value()[2].area.value(), 100);
    EXPECT_EQ(answer.value()[3].area.value(), 100);
    EXPECT_EQ(answer.value()[3].yearly_change->value(), 0);
}

TEST(StockByMaps, IsRefusedWhenTheLegendsDifferInForest) {
    std::vector<StrataMap> maps = tests::two_maps();
    maps[1].legend = Legend("other.csv");
    maps[1].legend.add("1", {"evergreen", StratumKind::forest});

    EXPECT_EQ(rows_by_maps(small_case({{"project", "evergreen", "evergreen", 80, 0, 1}}, maps)).refusal().reason,
              "the forest strata of before and after are not the same list");
}

TEST(StockByMaps, IsRefusedWithoutTwoMaps) {
    EXPECT_EQ(rows_by_maps(small_case({{"project", "", "", 80, 0, 1}}, {})).refusal().reason,
              "no strata map: the maps route compares two of them");
}

}  // namespace
}  // namespace reddline::accounting
