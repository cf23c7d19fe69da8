#include "audit/data_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Finding gap(Severity severity, const std::string& evidence) {
    return {"data_gap", severity, "park", "Pixels of the zone have no data and are not counted.", evidence};
}

TEST(DataGaps, AreANoteBelowOnePerCentOfTheZoneAndAWarningFromThere) {
    AuditCase audit = clean_case();
    audit.zones[project].inside = ha(1'000);
    set_outcomes(audit, outcomes_of(Outcome::no_data_loss, ha(9)));
    EXPECT_THAT(check_data_gaps(audit, clean_result()),
                ElementsAre(gap(Severity::note, "no_data_loss: 9 pixels, 0.9000 %")));
    set_outcomes(audit, outcomes_of(Outcome::no_data_loss, ha(10)));
    EXPECT_THAT(check_data_gaps(audit, clean_result()),
                ElementsAre(gap(Severity::warning, "no_data_loss: 10 pixels, 1.0000 %")));
}

TEST(DataGaps, AreToldApartByTheLayerThatLacksData) {
    AuditCase audit = clean_case();
    OutcomeTally outcomes = outcomes_of(Outcome::no_data_cover, ha(2));
    outcomes[static_cast<std::size_t>(Outcome::no_data_mask)] = ha(50);
    set_outcomes(audit, outcomes);
    EXPECT_THAT(check_data_gaps(audit, clean_result()),
                ElementsAre(gap(Severity::warning, "no_data_cover: 2 pixels, 2.0000 %"),
                            gap(Severity::warning, "no_data_mask: 50 pixels, 50.0000 %")));
}

TEST(DataGaps, AreNotSeenInWaterOrInCompleteData) {
    AuditCase audit = clean_case();
    EXPECT_THAT(check_data_gaps(audit, clean_result()), IsEmpty());
    set_outcomes(audit, outcomes_of(Outcome::water, ha(60)));
    EXPECT_THAT(check_data_gaps(audit, clean_result()), IsEmpty());
    EXPECT_THAT(check_data_gaps(tables_only_case(), tables_only_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
