#include "accounting/account.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Land;
using tests::small_case;

std::vector<Land> project_and_belt() {
    return {{"project", "evergreen", "evergreen", 80, 0, 900},
            {"project", "evergreen", "crops", 80, 2019, 100},
            {"belt", "deciduous", "deciduous", 80, 0, 500}};
}

std::vector<std::string> missing(const AuditCase& audit) {
    std::vector<std::string> inputs;
    for (const MissingInput& input : account(audit).missing) {
        EXPECT_FALSE(input.decides.empty());
        inputs.push_back(input.input);
    }
    return inputs;
}

TEST(Account, HoldsEverythingThatFollowsFromACompleteCase) {
    AuditCase audit = small_case(project_and_belt());
    audit.rate = LossRate{0.1, RateBase::forest, "a test"};
    audit.deductions = {{"reversal", 0.1, "a test"}};
    audit.factors->stocks["crops"] = tests::stock(0);
    audit.factors->stocks["rubber"] = tests::stock(0);
    const AuditResult result = account(audit);

    EXPECT_EQ(result.default_reading.reference, ReferenceKind::rate_of_forest);
    EXPECT_EQ(result.losses.size(), 2U);
    EXPECT_EQ(result.activity.size(), 4U);  // Two zones by two routes.
    EXPECT_EQ(result.emissions.size(), 4U);
    EXPECT_EQ(result.transitions.size(), 3U);
    EXPECT_EQ(result.stocks.size(), 4U + 4U + 4U + 4U);
    EXPECT_EQ(result.canopy.size(), 4U);
    EXPECT_EQ(result.readings.size(), 4U);
    EXPECT_TRUE(result.findings.empty());
    EXPECT_THAT(missing(audit), IsEmpty());

    // Expected 2 x 100 ha x 550, emitted 100 ha x 550; the belt as is; 10 % held back of 55,000.
    EXPECT_EQ(result.readings[0].answer.value().credits.tCO2e, 49'500);
}

TEST(Account, StillReportsLossWhenEverythingElseIsMissing) {
    AuditCase audit = small_case({{"jurisdiction", "", "", 80, 2019, 30}}, {});
    audit.factors.reset();
    audit.monitoring.reset();
    const AuditResult result = account(audit);

    ASSERT_EQ(result.losses.size(), 1U);
    EXPECT_EQ(result.losses[0].strata[0].loss_by_code[19].pixels, 30);
    EXPECT_EQ(result.activity.size(), 1U);
    EXPECT_TRUE(result.emissions.empty());
    EXPECT_TRUE(result.readings.empty());
    EXPECT_THAT(missing(audit),
                ElementsAre("a forest-type map ([[strata]])", "carbon factors ([carbon] factors)",
                            "a reference level ([reference_level])", "the monitoring period ([monitoring])",
                            "a zone of role project ([[zones]])"));
}

TEST(Account, SaysThatAProjectLacksABeltALaterMapAndDeductions) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 30}});
    audit.rate = LossRate{0.1, RateBase::forest, "a test"};
    audit.maps[1].role = StrataRole::independent;

    EXPECT_THAT(missing(audit),
                ElementsAre("a zone of role displacement_belt ([[zones]])",
                            "a later strata map of role monitoring ([[strata]])",
                            "carbon factors of what is not forest (crops, rubber)", "deductions ([deductions])"));
}

TEST(Account, ListsTheTransitionsOfEveryPairOfMapsForwardInTime) {
    std::vector<StrataMap> maps = tests::two_maps();
    maps[1].role = StrataRole::independent;
    const AuditResult forward = account(small_case(project_and_belt(), maps));
    EXPECT_EQ(forward.transitions.size(), 3U);  // Independent maps are compared as well.

    maps[1].year = 2017;
    EXPECT_THAT(account(small_case(project_and_belt(), maps)).transitions, IsEmpty());
}

TEST(Account, StopsWhenAForestStratumHasNoFactor) {
    AuditCase audit = small_case(project_and_belt());
    audit.factors->stocks.erase("deciduous");
    const Error error = tests::thrown_error([&] { return account(audit); });

    EXPECT_EQ(error.code(), ErrorCode::factor_missing);
    EXPECT_THAT(error.message(), testing::HasSubstr("'deciduous', of which zone 'belt' holds 500.0 ha"));
}

}  // namespace
}  // namespace reddline::accounting
