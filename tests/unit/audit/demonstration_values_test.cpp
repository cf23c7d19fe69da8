#include "audit/demonstration_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

NationalLevel national_level(const std::string& source) {
    NationalLevel level;
    level.per_year = TonnesCO2e::of(1'234'567.0);
    level.source = source;
    return level;
}

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
    audit.factor_sets[0].stocks["bamboo"].add({"total", TonnesCPerHa::of(30.0), {}, "demonstration value"});
    audit.factor_sets[0].stocks["rubber"].add({"total", TonnesCPerHa::of(20.0), {}, "demonstration"});
    EXPECT_THAT(
        check_demonstration_values(audit, clean_result()),
        ElementsAre(Finding{"demonstration_factor", Severity::warning, "carbon.csv",
                            "Carbon factors are demonstration values without a published source.", "bamboo, rubber"}));
}

TEST(DemonstrationValues, ReportsALossRateWithoutAPublishedSource) {
    AuditCase audit = clean_case();
    audit.references = {{"rate-of-forest", LossRate{0.005, RateBase::forest, "Demonstration: invented"}}};
    EXPECT_THAT(check_demonstration_values(audit, clean_result()),
                ElementsAre(Finding{"demonstration_rate", Severity::warning, "rate-of-forest",
                                    "The loss rate is a demonstration value without a published source.",
                                    "Demonstration: invented"}));
}

TEST(DemonstrationValues, NamesEveryFactorSetOnItsOwn) {
    AuditCase audit = clean_case();
    audit.factor_sets.push_back(published_factors());
    audit.factor_sets[1].name = "carbon-1998.csv";
    audit.factor_sets[1].stocks["bamboo"].add({"total", TonnesCPerHa::of(30.0), {}, "demonstration"});
    const Findings findings = check_demonstration_values(audit, clean_result());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].subject, "carbon-1998.csv");
}

TEST(DemonstrationValues, ReportANationalLevelWithoutAPublishedSourceOnceForAllItsKeys) {
    AuditCase audit = clean_case();
    audit.references = {{"national-by-forest-area", national_level("demonstration")},
                        {"national-by-carbon-stock", national_level("demonstration")}};
    EXPECT_THAT(check_demonstration_values(audit, clean_result()),
                ElementsAre(Finding{"demonstration_reference", Severity::warning, "national reference level",
                                    "The national reference level is a demonstration value without a published source.",
                                    "1,234,567 tCO2e per year; demonstration"}));
}

TEST(DemonstrationValues, ReportAClaimThatNoProjectStated) {
    AuditCase audit = clean_case();
    audit.claim = Claim{};
    audit.claim->source = "Demonstration: made up for the twin";
    EXPECT_THAT(check_demonstration_values(audit, clean_result()),
                ElementsAre(Finding{"demonstration_claim", Severity::warning, "claim",
                                    "The claim is a demonstration: no project has stated it.",
                                    "Demonstration: made up for the twin"}));
}

TEST(DemonstrationValues, ReportASampleThatNobodyPublished) {
    AuditCase audit = clean_case();
    audit.sample.emplace().sample.source = "demonstration: made-up points";
    EXPECT_THAT(check_demonstration_values(audit, clean_result()),
                ElementsAre(Finding{"demonstration_sample", Severity::warning, "sample",
                                    "The sample is a demonstration: its points are not published.",
                                    "demonstration: made-up points"}));
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
    audit.references.push_back({"rate-of-forest", LossRate{0.005, RateBase::forest, "a national report"}});
    audit.references.push_back({"national-by-forest-area", national_level("a national submission")});
    audit.claim = Claim{};
    audit.claim->source = "a monitoring report";
    audit.deductions = {{"buffer", 0.2, "a standard, section 3"}};
    EXPECT_THAT(check_demonstration_values(audit, clean_result()), IsEmpty());
    audit.factor_sets.clear();
    EXPECT_THAT(check_demonstration_values(audit, clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
