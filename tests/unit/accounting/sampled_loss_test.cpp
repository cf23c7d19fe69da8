#include "accounting/sampled_loss.hpp"

#include <gmock/gmock.h>

#include "support/sample_evidence_case.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using std::chrono::year;
using testing::HasSubstr;

AuditCase sampled_case() {
    AuditCase audit =
        tests::small_case({{"project", "evergreen", "", 80, 0, 100}, {"belt", "evergreen", "", 80, 0, 100}});
    audit.sample = tests::two_losses();
    return audit;
}

std::string refusal(const AuditCase& audit, std::size_t zone = 0) {
    return sampled_activity(audit, zone).refusal().reason;
}

TEST(SampledActivity, SpreadsLossAndItsErrorEvenlyOverTheYears) {
    const ActivityData activity = sampled_activity(sampled_case(), 0).value();
    EXPECT_EQ(activity.route, Route::sample);
    ASSERT_EQ(activity.rows.size(), 6U);
    const Activity& row = activity.rows[5];
    EXPECT_EQ(row.from, "evergreen");
    EXPECT_EQ(row.kind, StratumKind::forest);
    EXPECT_EQ(row.to, "crops");
    EXPECT_EQ(row.year, LossYear{2020});
    EXPECT_EQ(row.area, Hectares::of(20));
    EXPECT_EQ(row.standard_error, Hectares::of(5));
}

TEST(SampledActivity, HasNoErrorWhereTheSampleHasNone) {
    AuditCase audit = sampled_case();
    audit.sample->losses[0].area_ha.standard_error.reset();
    EXPECT_FALSE(sampled_activity(audit, 0).value().rows[0].standard_error);
}

TEST(SampledActivity, IsRefusedWithoutWhatItNeeds) {
    AuditCase audit = sampled_case();
    EXPECT_THAT(refusal(audit, 1), HasSubstr("does not speak of zone 'belt'"));
    audit.sample->changes.clear();
    EXPECT_THAT(refusal(audit), HasSubstr("which of its classes are loss"));
    audit.sample.reset();
    EXPECT_THAT(refusal(audit), HasSubstr("no sample of reference points"));
}

TEST(SampledActivity, IsRefusedOutsideItsYears) {
    AuditCase audit = sampled_case();
    audit.monitoring = MonitoringPeriod{year{2018} / 12 / 31, year{2020} / 12 / 31};
    EXPECT_EQ(refusal(audit), "the sample speaks of 2019 to 2020, not of the whole monitoring period");
    audit.sample->years = SampledYears{LossYear{2019}, LossYear{2019}};
    EXPECT_EQ(refusal(audit), "the sample speaks of 2019, not of the whole monitoring period");
}

TEST(SampledActivity, IsRefusedWithoutAnEstimate) {
    AuditCase audit = sampled_case();
    audit.sample->losses[1].area_ha = {std::nullopt, std::nullopt, EstimateGap::empty_stratum};
    EXPECT_THAT(refusal(audit), HasSubstr("no estimate of loss"));
}

}  // namespace
}  // namespace reddline::accounting
