#include "accounting/factor_coverage.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "support/thrown_error.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;

void check(const AuditCase& audit) {
    expect_factors(tests::workings_of(audit, default_reading(audit)), default_reading(audit));
}

AuditCase without_deciduous_factor(const std::string& zone) {
    AuditCase audit = small_case({{zone, "deciduous", "", 80, 0, 1234}});
    audit.factor_sets[0].stocks.erase("deciduous");
    return audit;
}

TEST(FactorCoverage, StopsAtAForestStratumWithoutAFactor) {
    const AuditCase audit = without_deciduous_factor("project");
    const Error error = tests::thrown_error([&] {
        check(audit);
        return 0;
    });

    EXPECT_EQ(error.code(), ErrorCode::factor_missing);
    EXPECT_EQ(error.subject(), "carbon.csv");
    EXPECT_EQ(error.message(),
              "expected a carbon factor for every forest stratum, found none for 'deciduous', of which zone 'project' "
              "holds 1,234.0 ha; add a line for it with its source");
}

TEST(FactorCoverage, CallsTheAreaOfSomePixelsTheLeastThatTheZoneHolds) {
    const AuditCase audit = without_deciduous_factor("project");
    const Error error = tests::thrown_error([&] {
        expect_factors(audit, CountedPixels::some);
        return 0;
    });

    EXPECT_THAT(error.message(), testing::HasSubstr("of which zone 'project' holds at least 1,234.0 ha;"));
}

TEST(FactorCoverage, LooksAtBeltsToo) {
    EXPECT_THROW(check(without_deciduous_factor("belt")), Error);
}

TEST(FactorCoverage, LooksAtTheZoneOfTheHistoryByItsNameOrItsEntry) {
    AuditCase audit = without_deciduous_factor("reference");
    EXPECT_NO_THROW(check(audit));

    tests::judge_by_history(audit, {"reference", {LossYear{2005}, LossYear{2009}}});
    EXPECT_THROW(check(audit), Error);

    audit.zones[0].zone.name = "reference north";
    EXPECT_THROW(check(audit), Error);
}

TEST(FactorCoverage, AsksNoFactorOfZonesOutsideTheAccounts) {
    EXPECT_NO_THROW(check(without_deciduous_factor("jurisdiction")));
}

TEST(FactorCoverage, AsksNoFactorOfLandThatIsNotForest) {
    AuditCase audit = small_case({{"project", "crops", "", 80, 0, 1},
                                  {"project", "rubber", "", 80, 0, 1},
                                  {"project", "", "", 80, 0, 1},
                                  {"project", "deciduous", "", 30, 0, 1}});
    audit.factor_sets[0].stocks.clear();

    EXPECT_NO_THROW(check(audit));
}

TEST(FactorCoverage, HasNothingToCheckWithoutFactors) {
    AuditCase audit = without_deciduous_factor("project");
    audit.factor_sets.clear();

    EXPECT_NO_THROW(check(audit));
}

TEST(FactorCoverage, AsksFactorsOfDeclaredForest) {
    AuditCase audit = tests::declared_case({{"project", "deciduous", Hectares::of(5)}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    EXPECT_NO_THROW(check(audit));

    audit.factor_sets[0].stocks.erase("deciduous");
    EXPECT_THROW(check(audit), Error);
}

TEST(DestinationsWithoutStock, AreThoseThatTheFactorSetLacks) {
    AuditCase audit = small_case({});
    CarbonTable factors = audit.factor_sets[0];
    EXPECT_THAT(destinations_without_stock(audit, factors), testing::ElementsAre("crops", "rubber"));

    factors.stocks["crops"] = tests::stock(10);
    factors.stocks["rubber"] = tests::stock(40);
    EXPECT_THAT(destinations_without_stock(audit, factors), testing::IsEmpty());

    audit.transitions = TransitionTable{"national.csv", {{"water", StratumKind::non_forest}}, {}};
    EXPECT_THAT(destinations_without_stock(audit, factors), testing::ElementsAre("water"));
}

TEST(ForestWithoutFactor, AreTheForestStrataThatTheFactorSetLacks) {
    AuditCase audit = small_case({});
    CarbonTable factors = audit.factor_sets[0];
    EXPECT_THAT(forest_without_factor(audit, factors), testing::IsEmpty());

    factors.stocks.erase("deciduous");
    audit.transitions =
        TransitionTable{"national.csv", {{"bamboo", StratumKind::forest}, {"water", StratumKind::non_forest}}, {}};
    EXPECT_THAT(forest_without_factor(audit, factors), testing::ElementsAre("bamboo", "deciduous"));
}

}  // namespace
}  // namespace reddline::accounting
