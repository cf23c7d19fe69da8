#include "accounting/mapped_loss.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::ha;
using tests::small_case;

ZoneLoss loss_of(const AuditCase& audit) {
    return tests::workings_of(audit, default_reading(audit)).loss(0, default_reading(audit));
}

ActivityData activity_of(const AuditCase& audit) {
    return loss_activity(tests::workings_of(audit, default_reading(audit)), 0, default_reading(audit));
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
    const ActivityData activity = activity_of(audit);

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
    const ActivityData activity = activity_of(audit);

    EXPECT_EQ(activity.rows[17].year, LossYear{2018});
    EXPECT_EQ(activity.rows[17].area.value(), 4);
}

TEST(LossActivity, NamesNoMapWithoutOne) {
    const AuditCase audit = small_case({{"project", "", "", 80, 2018, 6}}, {});

    EXPECT_EQ(activity_of(audit).strata, "");
}

}  // namespace
}  // namespace reddline::accounting
