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

TEST(DemonstrationValues, IsSilentForPublishedFactorsAndWithoutFactors) {
    AuditCase audit = clean_case();
    EXPECT_THAT(check_demonstration_values(audit, clean_result()), IsEmpty());
    audit.factors.reset();
    EXPECT_THAT(check_demonstration_values(audit, clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
