#include "accounting/mapped_loss.hpp"

#include <gmock/gmock.h>

#include "accounting/readings.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::ha;
using tests::Land;
using tests::small_case;

ZoneLoss loss_of(const AuditCase& audit, std::size_t zone = 0) {
    return mapped_loss(audit.crosstab(audit.forest.min_area_ha), zone, audit.maps, baseline_map(audit.maps),
                       audit.forest, audit.codes);
}

// Eq. 3: 10 ha lie at exactly the threshold of 30 per cent, 20 ha above it.
const std::vector<Land> at_the_threshold{{"project", "evergreen", "", 30, 2018, 10},
                                         {"project", "evergreen", "", 31, 2018, 20}};

TEST(MappedLoss, LeavesCoverAtTheThresholdOutUnderTheRuleGreater) {
    const ZoneLoss loss = loss_of(small_case(at_the_threshold));

    EXPECT_EQ(loss.strata[0].forest_2000.pixels, 20);
    EXPECT_EQ(loss.strata[0].loss_by_code[18].pixels, 20);
    EXPECT_EQ(loss.loss_outside_forest.pixels, 10);
    EXPECT_EQ(loss.outside_by_code[18].pixels, 10);
    EXPECT_EQ(loss.counted.pixels, 30);
}

TEST(MappedLoss, CountsCoverAtTheThresholdUnderTheRuleAtLeast) {
    AuditCase audit = small_case(at_the_threshold);
    audit.forest.canopy_rule = CanopyRule::at_least;
    const ZoneLoss loss = loss_of(audit);

    EXPECT_EQ(loss.strata[0].forest_2000.pixels, 30);
    EXPECT_EQ(loss.strata[0].loss_by_code[18].pixels, 30);
    EXPECT_EQ(loss.loss_outside_forest, Tally{});
}

TEST(MappedLoss, CallsAnExcludedStratumNoForestAtAnyCover) {
    const ZoneLoss loss =
        loss_of(small_case({{"project", "rubber", "", 100, 2019, 5}, {"project", "rubber", "", 100, 0, 7}}));

    EXPECT_EQ(loss.strata[3].stratum, "rubber");
    EXPECT_EQ(loss.strata[3].forest_2000, Tally{});
    EXPECT_EQ(loss.loss_outside_forest.pixels, 5);
    EXPECT_EQ(loss.outside_by_code[19].pixels, 5);
}

TEST(MappedLoss, KeepsTreeCoverOfNonForestAndOfUnmappedLandApart) {
    const ZoneLoss loss =
        loss_of(small_case({{"project", "crops", "", 80, 2019, 5}, {"project", "", "", 80, 2020, 7}}));

    ASSERT_EQ(loss.strata.size(), 5U);
    EXPECT_EQ(loss.strata[2].kind, StratumKind::non_forest);
    EXPECT_EQ(loss.strata[2].loss_by_code[19].pixels, 5);
    EXPECT_EQ(loss.strata[4].stratum, "");
    EXPECT_EQ(loss.strata[4].kind, std::nullopt);
    EXPECT_EQ(loss.strata[4].loss_by_code[20].pixels, 7);
}

TEST(MappedLoss, CountsTheBinsOfItsZoneAlone) {
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 1},
                                        {"belt", "evergreen", "", 80, 0, 2},
                                        {"reference", "evergreen", "", 80, 0, 4}});

    EXPECT_EQ(loss_of(audit, 0).counted.pixels, 1);
    EXPECT_EQ(loss_of(audit, 1).counted.pixels, 2);
    EXPECT_EQ(loss_of(audit, 2).counted.pixels, 4);
}

TEST(MappedLoss, CallsAllForestOneStratumWithoutAMap) {
    const ZoneLoss loss = loss_of(small_case({{"project", "", "", 80, 2001, 3}, {"project", "", "", 80, 0, 4}}, {}));

    ASSERT_EQ(loss.strata.size(), 1U);
    EXPECT_EQ(loss.strata[0].stratum, "forest");
    EXPECT_EQ(loss.strata[0].kind, StratumKind::forest);
    EXPECT_EQ(loss.strata[0].forest_2000.pixels, 7);
    EXPECT_EQ(loss.strata[0].loss_by_code[1].pixels, 3);
}

TEST(ForestAtStart, TakesOffTheLossOfTheYearsBefore) {
    // Eq. 4, worked: 1,000 ha in 2000, 5 ha lost in 2001 and 7 ha in 2002 leave 988 ha at the start of 2003.
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 988},
                                        {"project", "evergreen", "", 80, 2001, 5},
                                        {"project", "evergreen", "", 80, 2002, 7}});
    const ZoneLoss loss = loss_of(audit);
    const auto left_ha = [&](int year) {
        return ha(forest_at_start(loss.strata[0], LossYear{year}, audit.codes).area_cm2);
    };

    EXPECT_EQ(left_ha(2001), 1000);
    EXPECT_EQ(left_ha(2002), 995);
    EXPECT_EQ(left_ha(2003), 988);
    EXPECT_EQ(left_ha(2021), 988);
}

TEST(ForestAtStart, IsZeroOnceEverythingIsLost) {
    const AuditCase audit = small_case({{"project", "evergreen", "", 80, 2020, 5}});
    const ZoneLoss loss = loss_of(audit);

    EXPECT_EQ(forest_at_start(loss.strata[0], LossYear{2020}, audit.codes).pixels, 5);
    EXPECT_EQ(forest_at_start(loss.strata[0], LossYear{2021}, audit.codes), Tally{});
}

TEST(LossActivity, HasARowForEveryYearOfEveryStratumThatWasForest) {
    const AuditCase audit =
        small_case({{"project", "deciduous", "", 80, 2018, 6}, {"project", "evergreen", "", 10, 2018, 9}});
    const ActivityData activity = loss_activity(audit, 0, default_reading(audit));

    EXPECT_EQ(activity.strata, "before");
    ASSERT_EQ(activity.rows.size(), 20U);
    for (const Activity& row : activity.rows) {
        EXPECT_EQ(row.from, "deciduous");
        EXPECT_EQ(row.to, std::nullopt);
        EXPECT_EQ(row.area.value(), row.year == LossYear{2018} ? 6 : 0);
    }
}

TEST(LossActivity, ReadsTheTableOfThePatchFilter) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 2018, 6}});
    // Two of the six hectares lie in patches that are too small: their cover is 0 in the filtered table.
    tests::filter_patches(audit, 0.5,
                          {{"project", "evergreen", "", 80, 2018, 4}, {"project", "evergreen", "", 0, 2018, 2}});
    const ActivityData activity = loss_activity(audit, 0, default_reading(audit));

    EXPECT_EQ(activity.rows[17].year, LossYear{2018});
    EXPECT_EQ(activity.rows[17].area.value(), 4);
}

TEST(LossActivity, NamesNoMapWithoutOne) {
    const AuditCase audit = small_case({{"project", "", "", 80, 2018, 6}}, {});

    EXPECT_EQ(loss_activity(audit, 0, default_reading(audit)).strata, "");
}

}  // namespace
}  // namespace reddline::accounting
