#include "audit/demonstration_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DemonstrationValues, ReportsTheLabelOfTheInput) {
    AuditCase audit = clean_case();
    audit.label = "synthetic landscape";
    EXPECT_THAT(check_demonstration_values(audit, clean_result()),
                ElementsAre(Finding{"labelled_input", Severity::warning, "A case",
                                    "The audit file labels its input; no result of it speaks of a real project.",
                                    "synthetic landscape"}));
}

TEST(DemonstrationValues, NamesTheStrataWhoseFactorsHaveNoPublishedSource) {
    AuditCase audit = clean_case();
    audit.factors->stocks["bamboo"].add({"total", TonnesCPerHa::of(30.0), {}, "demonstration value"});
    audit.factors->stocks["rubber"].add({"total", TonnesCPerHa::of(20.0), {}, "demonstration"});
    EXPECT_THAT(
        check_demonstration_values(audit, clean_result()),
        ElementsAre(Finding{"demonstration_factor", Severity::warning, "carbon.csv",
                            "Carbon factors are demonstration values without a published source.", "bamboo, rubber"}));
}

TEST(DemonstrationValues, ReportsALossRateWithoutAPublishedSource) {
    AuditCase audit = clean_case();
    audit.rate = LossRate{0.005, RateBase::forest, "Demonstration: invented"};
    EXPECT_THAT(check_demonstration_values(audit, clean_result()),
                ElementsAre(Finding{"demonstration_rate", Severity::warning, "reference_level",
                                    "The loss rate is a demonstration value without a published source.",
                                    "Demonstration: invented"}));
}

TEST(DemonstrationValues, NamesTheDeductionsWithoutAPublishedSource) {
    AuditCase audit = clean_case();
    audit.deductions = {{"buffer", 0.2, "demonstration"},
                        {"uncertainty", 0.1, "a standard, section 3"},
                        {"reversals", 0.1, "demonstration: round value"}};
    EXPECT_THAT(check_demonstration_values(audit, clean_result()),
                ElementsAre(Finding{"demonstration_deduction", Severity::warning, "deductions",
                                    "Deductions from the credits are demonstration values without a published source.",
                                    "buffer, reversals"}));
}

TEST(DemonstrationValues, IsSilentForPublishedValuesAndWithoutFactors) {
    AuditCase audit = clean_case();
    audit.rate = LossRate{0.005, RateBase::forest, "a national report"};
    audit.deductions = {{"buffer", 0.2, "a standard, section 3"}};
    EXPECT_THAT(check_demonstration_values(audit, clean_result()), IsEmpty());
    audit.factors.reset();
    EXPECT_THAT(check_demonstration_values(audit, clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
