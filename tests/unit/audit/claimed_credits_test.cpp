#include "audit/claimed_credits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// A claim of some credits against four readings of 100 to 400, of which the three of 100 to 300 are consistent.
Findings check_claim_of(double claimed_tCO2e) {
    AuditCase audit = claimed_case();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(claimed_tCO2e);
    AuditResult results = claimed_result();
    results.summaries[0].all = spread_of(4, 100, 400);
    results.summaries[0].consistent = spread_of(3, 100, 300);
    return check_claimed_credits(audit, results);
}

Finding outside(Severity severity, const std::string& message, const std::string& claimed) {
    return {"claim_outside_readings", severity, "park", message,
            claimed + " tCO2e claimed; 4 computed readings: 100 to 400 tCO2e; 3 consistent readings: 100 to 300 tCO2e"};
}

TEST(ClaimedCredits, ContradictMoreThanAnyReadingGives) {
    EXPECT_THAT(check_claim_of(402.0),
                ElementsAre(outside(Severity::contradiction,
                                    "More credits are claimed than any computed reading gives.", "402")));
}

TEST(ClaimedCredits, WarnOfMoreThanAnyConsistentReadingGives) {
    EXPECT_THAT(check_claim_of(400.0),
                ElementsAre(outside(Severity::warning,
                                    "More credits are claimed than any reading gives that treats what was expected and "
                                    "what is observed alike.",
                                    "400")));
}

TEST(ClaimedCredits, WarnOfLessThanAnyReadingGivesSinceThatContradictsNothing) {
    EXPECT_THAT(
        check_claim_of(98.0),
        ElementsAre(outside(Severity::warning, "Fewer credits are claimed than any computed reading gives.", "98")));
}

TEST(ClaimedCredits, NoteLessThanAnyConsistentReadingGives) {
    AuditResult results = claimed_result();
    results.summaries[0].all = spread_of(4, 400, 500);
    results.summaries[0].consistent = spread_of(3, 500, 500);
    AuditCase audit = claimed_case();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(450.0);
    EXPECT_THAT(check_claimed_credits(audit, results),
                ElementsAre(Finding{"claim_outside_readings", Severity::note, "park",
                                    "Fewer credits are claimed than any reading gives that treats what was expected "
                                    "and what is observed alike.",
                                    "450 tCO2e claimed; 4 computed readings: 400 to 500 tCO2e; 3 consistent readings: "
                                    "500 to 500 tCO2e"}));
}

TEST(ClaimedCredits, SpeakOfTheComputedReadingsAloneWhereNoneIsConsistent) {
    AuditResult results = claimed_result();
    results.summaries[0].consistent.reset();
    AuditCase audit = claimed_case();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(502.0);
    const Findings findings = check_claimed_credits(audit, results);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].evidence, "502 tCO2e claimed; 4 computed readings: 500 to 500 tCO2e");
}

TEST(ClaimedCredits, WarnAloneWhereTheReadingsAreRestricted) {
    AuditCase audit = claimed_case();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(1'000.0);
    audit.limits[Choice::arcs] = {{"option-1", {}}};
    const Findings findings = check_claimed_credits(audit, claimed_result());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_TRUE(findings[0].evidence.ends_with("; [readings] leaves some out"));
}

TEST(ClaimedCredits, AllowATonneOfRounding) {
    EXPECT_THAT(check_claim_of(400.9), Not(Contains(testing::Field(&Finding::severity, Severity::contradiction))));
    EXPECT_THAT(check_claim_of(99.1), IsEmpty());
}

TEST(ClaimedCredits, AreSilentWithinTheReadingsWithoutAClaimAndWithoutReadings) {
    EXPECT_THAT(check_claim_of(100.0), IsEmpty());
    EXPECT_THAT(check_claim_of(300.0), IsEmpty());
    EXPECT_THAT(check_claimed_credits(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_claimed_credits(claimed_case(), refused_result()), IsEmpty());
    AuditCase audit = claimed_case();
    audit.claim->items.clear();
    EXPECT_THAT(check_claimed_credits(audit, claimed_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
