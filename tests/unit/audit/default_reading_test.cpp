#include "audit/default_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DefaultReadingCheck, WarnsWhenTheDefaultReadingCarriesCaveats) {
    AuditResult results = clean_result(1'234);
    results.readings[0].caveats = {Caveat::regrowth_unseen, Caveat::strata_after_loss};
    EXPECT_THAT(
        check_default_reading(clean_case(), results),
        ElementsAre(Finding{"inconsistent_default_reading", Severity::warning, "park",
                            "The default reading does not treat what was expected and what is observed alike; "
                            "look at the consistent readings beside it.",
                            std::string(to_string(Caveat::regrowth_unseen)) + "; " +
                                std::string(to_string(Caveat::strata_after_loss)) + "; its credits: 1,234 tCO2e"}));
}

TEST(DefaultReadingCheck, IsSilentForCaveatsOfOtherReadingsAndForRefusals) {
    EXPECT_THAT(check_default_reading(clean_case(), clean_result()), IsEmpty());
    AuditResult results = clean_result();
    results.readings[1].caveats = {Caveat::degradation_unseen};
    EXPECT_THAT(check_default_reading(clean_case(), results), IsEmpty());
    AuditResult refused = refused_result();
    refused.readings[0].caveats = {Caveat::degradation_unseen};
    EXPECT_THAT(check_default_reading(clean_case(), refused), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
