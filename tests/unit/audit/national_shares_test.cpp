#include "audit/national_shares.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The nation has 10 ha of bamboo, 40 of evergreen and 50 of deciduous forest, and land that is none.
AuditCase case_with_nation() {
    AuditCase audit = clean_case();
    TransitionTable table{"transitions.csv",
                          {{"bamboo", StratumKind::forest},
                           {"evergreen", StratumKind::forest},
                           {"deciduous", StratumKind::forest},
                           {"field crops", StratumKind::non_forest}},
                          {}};
    table.intervals.push_back({2010, 2014, {{"bamboo", "bamboo", Hectares::of(999.0)}}});
    table.intervals.push_back({2014,
                               2016,
                               {{"bamboo", "bamboo", Hectares::of(10.0)},
                                {"evergreen", "evergreen", Hectares::of(36.0)},
                                {"evergreen", "field crops", Hectares::of(4.0)},
                                {"deciduous", "deciduous", Hectares::of(50.0)},
                                {"field crops", "evergreen", Hectares::of(700.0)}}});
    audit.transitions = table;
    return audit;
}

StratumBalance balance(const std::string& stratum, double forest_ha, double expected_tCO2e) {
    return {stratum, Hectares::of(forest_ha), Hectares{}, {}, TonnesCO2e::of(expected_tCO2e), {}};
}

AuditResult with_strata(const std::vector<StratumBalance>& strata) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.strata = strata;
    set_statement(results, statement);
    return results;
}

Finding differ(Severity severity, const std::string& evidence) {
    return {"national_shares_differ", severity, "park",
            "The zone's forest is of another mix of types than the nation's, whose loss rates it takes.", evidence};
}

TEST(NationalShares, AreNotedWhereTheZonesForestIsOfAnotherMix) {
    // Apart by 10, 40 and 30 points against bamboo 10, evergreen 40, deciduous 50 per cent: half the sum is 40 points.
    EXPECT_THAT(check_national_shares(case_with_nation(), with_strata({balance("evergreen", 80.0, 900.0),
                                                                       balance("deciduous", 20.0, 100.0)})),
                ElementsAre(differ(Severity::note,
                                   "index 0.400; evergreen is 40.00 % of national forest, 80.00 % of "
                                   "the zone's")));
}

TEST(NationalShares, AreDoubtedWhereAThinNationalRowCarriesMuchOfTheExpectation) {
    AuditCase audit = case_with_nation();
    // 10 of 990 ha: 1.01 per cent of national forest.
    audit.transitions->intervals[1].transitions[3].area = Hectares::of(940.0);
    EXPECT_THAT(
        check_national_shares(audit, with_strata({balance("bamboo", 2.0, 25.0), balance("deciduous", 98.0, 75.0)})),
        ElementsAre(Finding{"national_shares_differ", Severity::warning, "park",
                            "Much of what is expected rests on national loss rates of little forest.",
                            "bamboo is 1.01 % of national forest and 25.00 % of the expected emission (25 tCO2e)"}));
}

TEST(NationalShares, AreNoSubjectWhereTheReferenceLevelRestsOnSomethingElse) {
    AuditCase audit = case_with_nation();
    audit.transitions->intervals[1].transitions[3].area = Hectares::of(940.0);
    audit.references = {{"rate-of-forest", LossRate{0.01, RateBase::forest, "a report"}}};
    EXPECT_THAT(
        check_national_shares(audit, with_strata({balance("bamboo", 2.0, 25.0), balance("deciduous", 98.0, 75.0)})),
        IsEmpty());
}

TEST(NationalShares, AreToldFromAnIndexOfATenth) {
    // Apart by 10, 1 and 11 points: the index is 0.11.
    const auto strata = {balance("evergreen", 39.0, 1.0), balance("deciduous", 61.0, 1.0)};
    EXPECT_EQ(check_national_shares(case_with_nation(), with_strata(strata)).size(), 1U);
    const auto nearer = {balance("bamboo", 1.0, 0.0), balance("evergreen", 40.0, 1.0), balance("deciduous", 59.0, 1.0)};
    EXPECT_THAT(check_national_shares(case_with_nation(), with_strata(nearer)), IsEmpty()) << "0.09";
}

TEST(NationalShares, AreNoSubjectForTheSameMixOrWithoutTransitionsStatementOrForest) {
    const auto same = {balance("bamboo", 1.0, 1.0), balance("evergreen", 4.0, 4.0), balance("deciduous", 5.0, 5.0)};
    EXPECT_THAT(check_national_shares(case_with_nation(), with_strata(same)), IsEmpty());
    EXPECT_THAT(check_national_shares(clean_case(), with_strata({balance("evergreen", 80.0, 1.0)})), IsEmpty());
    EXPECT_THAT(check_national_shares(case_with_nation(), refused_result()), IsEmpty());
    EXPECT_THAT(check_national_shares(case_with_nation(), with_strata({})), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
