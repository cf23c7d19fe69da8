#include "audit/caveat_count.hpp"

#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

TEST(CaveatCountCheck, CountsComputedReadingsOfEachZoneAndTheRangeOfTheirCredits) {
    AuditResult results = clean_result(10);
    results.readings[0].answer = totals_of(30);
    results.readings[0].caveats = {Caveat::strata_after_loss};
    results.readings[1].caveats = {Caveat::strata_after_loss};
    results.readings[2].answer = Refusal{"no factor"};
    results.readings[2].caveats = {Caveat::strata_after_loss};
    const auto counts = count_caveat(clean_case(), results, Caveat::strata_after_loss);
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts[0].zone, project);
    EXPECT_EQ(evidence_of(counts[0]), "2 of 3 computed readings; their credits: 10 to 30 tCO2e");
    EXPECT_TRUE(count_caveat(clean_case(), results, Caveat::regrowth_unseen).empty());
}

}  // namespace
}  // namespace reddline::audit
