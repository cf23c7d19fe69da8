#include "audit/sample_limits.hpp"

#include <gmock/gmock.h>

#include "support/sample_evidence_case.hpp"
#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AuditCase sampled_case() {
    AuditCase audit = clean_case();
    audit.sample = tests::two_losses();
    audit.sample->zone = audit.zones[project].zone.name;
    return audit;
}

TEST(SampleLimits, NameTheLossWhoseIntervalReachesBelowZero) {
    // 8 -/+ 1.96 x 6 ha.
    const AuditCase audit = sampled_case();
    EXPECT_THAT(
        check_sample_limits(audit, clean_result()),
        ElementsAre(Finding{"sample_interval_below_zero", Severity::note, "sample",
                            "The 95 % interval of an estimated loss reaches below 0: too few points of the class "
                            "were found for the normal distribution.",
                            "deciduous in " + audit.zones[project].zone.name + ", -3.8 ha to 19.8 ha"}));
}

TEST(SampleLimits, NameAConditionAndASystematicDesign) {
    AuditCase audit = sampled_case();
    audit.sample->sums.clear();
    audit.sample->sample.subset = "sure = 'yes'";
    audit.sample->sample.design = SamplingDesign::systematic;
    const Findings findings = check_sample_limits(audit, clean_result());
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].code, "sample_subset");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].evidence, "sure = 'yes'");
    EXPECT_EQ(findings[1].code, "sample_systematic");
}

TEST(SampleLimits, AreSilentWithoutASampleOrWhereItShowsNoLoss) {
    AuditCase audit = clean_case();
    EXPECT_THAT(check_sample_limits(audit, clean_result()), IsEmpty());
    audit = sampled_case();
    audit.sample->years.reset();
    EXPECT_THAT(check_sample_limits(audit, clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
