#include "accounting/statement.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::Land;
using tests::small_case;

// 10 % of the forest a year is expected to be lost.
AuditCase judged_by_rate(const std::vector<Land>& land) {
    AuditCase audit = small_case(land);
    tests::judge_by_rate(audit, 0.1);
    return audit;
}

Answer<Statement> answer_of(const AuditCase& audit, const Reading& reading) {
    return statement(tests::workings_of(audit, reading), 0, reading);
}

Statement statement_of(const AuditCase& audit, Route route = Route::loss) {
    Reading reading = default_reading(audit);
    reading.route = route;
    return answer_of(audit, reading).value();
}

// Expected per year: 10 % of 1,000 ha x 550 = 55,000 tCO2e. Emitted: 40 ha in 2019 and 20 ha in 2020.
std::vector<Land> thousand_ha_of_project() {
    return {{"project", "evergreen", "evergreen", 80, 0, 940},
            {"project", "evergreen", "crops", 80, 2019, 40},
            {"project", "evergreen", "crops", 80, 2020, 20}};
}

TEST(StatementOfZone, SetsExpectedAgainstEmitted) {
    const Statement statement = statement_of(judged_by_rate(thousand_ha_of_project()));

    ASSERT_EQ(statement.years.size(), 2U);
    EXPECT_DOUBLE_EQ(statement.years[0].reference.value(), 55'000);
    EXPECT_DOUBLE_EQ(statement.years[0].project.value(), 22'000);
    EXPECT_DOUBLE_EQ(statement.years[1].project.value(), 11'000);
    EXPECT_EQ(statement.totals.displaced, std::nullopt);
    EXPECT_EQ(statement.years[0].displaced, std::nullopt);
    EXPECT_EQ(statement.years[0].displaced_unclamped, std::nullopt);
    EXPECT_DOUBLE_EQ(statement.totals.reduction.value(), 77'000);
    EXPECT_EQ(statement.totals.credits.tCO2e, 77'000);
    EXPECT_EQ(statement.ledger.balance_kgCO2e(), 0);
}

TEST(StatementOfZone, WeighsAPartYearByItsShareOfDays) {
    // Eq. 6: 2018-03-12 to 2020-12-31, f_2018 = 295/365. 73 ha lost in 2018 count as 59 ha: 59 x 550 = 32,450 tCO2e.
    AuditCase audit = judged_by_rate({{"project", "evergreen", "", 80, 0, 927},
                                      {"project", "evergreen", "", 80, 2018, 73},
                                      {"project", "evergreen", "", 80, 2017, 50}});
    audit.monitoring = MonitoringPeriod{year{2018} / 3 / 12, year{2020} / 12 / 31};
    const Statement statement = statement_of(audit);

    ASSERT_EQ(statement.years.size(), 3U);
    EXPECT_DOUBLE_EQ(statement.years[0].fraction, 295.0 / 365.0);
    EXPECT_DOUBLE_EQ(statement.years[0].project.value(), 32'450);
    EXPECT_DOUBLE_EQ(statement.years[0].reference.value(), 55'000 * 295.0 / 365.0);
    EXPECT_EQ(statement.years[1].fraction, 1);
    EXPECT_EQ(statement.years[2].fraction, 1);
    ASSERT_EQ(statement.observed.size(), 1U);  // Whole years of the period only; 2017 is before it.
    EXPECT_EQ(statement.observed[0].area->value(), 73);
}

TEST(StatementOfZone, BalancesEveryStratumOverThePeriod) {
    const Statement statement = statement_of(judged_by_rate({{"project", "evergreen", "", 80, 0, 900},
                                                             {"project", "evergreen", "", 80, 2019, 100},
                                                             {"project", "deciduous", "", 80, 0, 500},
                                                             {"project", "crops", "", 80, 2019, 30}}));

    ASSERT_EQ(statement.strata.size(), 2U);
    const StratumBalance& evergreen = statement.strata[0];
    EXPECT_EQ(evergreen.stratum, "evergreen");
    EXPECT_DOUBLE_EQ(evergreen.forest_at_start.value(), 1'000);
    EXPECT_DOUBLE_EQ(evergreen.expected_area->value(), 200);
    EXPECT_DOUBLE_EQ(evergreen.observed_area.value(), 100);
    EXPECT_DOUBLE_EQ(evergreen.expected_emission->value(), 110'000);
    EXPECT_DOUBLE_EQ(evergreen.observed_emission.value(), 55'000);
    EXPECT_DOUBLE_EQ(statement.strata[1].expected_emission->value(), 22'000);
    EXPECT_EQ(statement.strata[1].observed_area.value(), 0);
}

// The belt has 1,000 ha as well; 55,000 tCO2e are expected of it each year.
AuditCase with_belt(std::int64_t lost_2019_ha, std::int64_t lost_2020_ha) {
    std::vector<Land> land = thousand_ha_of_project();
    land.push_back({"belt", "evergreen", "evergreen", 80, 0, 1'000 - lost_2019_ha - lost_2020_ha});
    land.push_back({"belt", "evergreen", "crops", 80, 2019, lost_2019_ha});
    land.push_back({"belt", "evergreen", "crops", 80, 2020, lost_2020_ha});
    return judged_by_rate(land);
}

TEST(StatementOfZone, TakesOffWhatTheBeltEmitsBeyondItsOwnReference) {
    // 2019: 110 ha x 550 - 55,000 = 5,500 displaced. 2020: 60 ha x 550 - 55,000 = -22,000: printed, and no gain.
    const Statement statement = statement_of(with_belt(110, 60));

    EXPECT_NEAR(statement.years[0].displaced->value(), 5'500, 1e-9);
    EXPECT_NEAR(statement.years[0].displaced_unclamped->value(), 5'500, 1e-9);
    EXPECT_EQ(statement.years[1].displaced->value(), 0);
    EXPECT_NEAR(statement.years[1].displaced_unclamped->value(), -22'000, 1e-9);
    EXPECT_EQ(statement.totals.credits.tCO2e, 77'000 - 5'500);
}

TEST(StatementOfZone, TakesSeveralBeltsOneByOne) {
    // Belt a emits 5,500 too much in 2019, belt b 11,000 too little: belt b does not make up for belt a.
    AuditCase audit = judged_by_rate({{"project", "evergreen", "", 80, 0, 1'000},
                                      {"belt a", "evergreen", "", 80, 0, 890},
                                      {"belt a", "evergreen", "", 80, 2019, 110},
                                      {"belt b", "evergreen", "", 80, 0, 920},
                                      {"belt b", "evergreen", "", 80, 2019, 80}});
    audit.monitoring = MonitoringPeriod{year{2019} / 1 / 1, year{2019} / 12 / 31};
    const Statement statement = statement_of(audit);

    EXPECT_NEAR(statement.years[0].displaced->value(), 5'500, 1e-9);
    EXPECT_NEAR(statement.years[0].displaced_unclamped->value(), 5'500 - 11'000, 1e-9);
}

TEST(StatementOfZone, GivesNothingWhereTheBeltIsAsExpected) {
    const Statement statement = statement_of(with_belt(100, 100));

    EXPECT_NEAR(statement.totals.displaced->value(), 0, 1e-9);
    EXPECT_EQ(statement.totals.credits.tCO2e, 77'000);
}

TEST(StatementOfZone, CreditsNothingWhereLossIsAsExpected) {
    const Statement statement = statement_of(judged_by_rate({{"project", "evergreen", "", 80, 0, 800},
                                                             {"project", "evergreen", "", 80, 2019, 100},
                                                             {"project", "evergreen", "", 80, 2020, 100}}));

    EXPECT_EQ(statement.totals.credits.tCO2e, 0);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::excess_emissions), 0);
    EXPECT_EQ(statement.ledger.balance_kgCO2e(), 0);
}

TEST(StatementOfZone, HoldsTheDeductionsOfTheAuditBack) {
    AuditCase audit = judged_by_rate(thousand_ha_of_project());
    audit.deductions = {{"reversal", 0.1, "a test"}};

    EXPECT_EQ(statement_of(audit).totals.credits.tCO2e, 69'300);
}

TEST(StatementOfZone, ComparesMapsByTheMapsRoute) {
    // 60 ha between the maps of 2017 and 2020 are 20 ha a year: 11,000 tCO2e.
    const Statement statement = statement_of(judged_by_rate(thousand_ha_of_project()), Route::maps);

    EXPECT_NEAR(statement.years[0].project.value(), 11'000, 1e-9);
    EXPECT_NEAR(statement.years[1].project.value(), 11'000, 1e-9);
    EXPECT_EQ(statement.totals.credits.tCO2e, 88'000);
}

TEST(StatementOfZone, NamesTheTransitionsThatAreLeftOut) {
    AuditCase audit = small_case(thousand_ha_of_project());
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.transitions->intervals[0].transitions.push_back({"deciduous", "evergreen", Hectares::of(10)});
    audit.factor_sets[0].stocks["deciduous"] = tests::stock(150);  // As much as evergreen.
    Reading reading = default_reading(audit);
    EXPECT_THAT(answer_of(audit, reading).value().left_out, IsEmpty());

    reading.arcs = Arcs::option_2;
    EXPECT_THAT(answer_of(audit, reading).value().left_out, ElementsAre("evergreen > deciduous"));
}

TEST(StatementOfZone, NamesTheYearOfTwoMapsThatSpeakOfOneAlone) {
    AuditCase audit = judged_by_rate(thousand_ha_of_project());
    audit.maps[1].year = 2018;
    Reading reading = default_reading(audit);
    reading.route = Route::maps;

    EXPECT_EQ(answer_of(audit, reading).refusal().reason,
              "the two strata maps speak of 2018, not of the whole monitoring period");
}

TEST(StatementOfZone, RefusesMapsThatDoNotSpeakOfTheWholePeriod) {
    for (const auto& [start_year, end_year] : {std::pair{2017, 2020}, std::pair{2018, 2021}}) {
        AuditCase audit = judged_by_rate(thousand_ha_of_project());
        audit.monitoring = MonitoringPeriod{year{start_year} / 7 / 1, year{end_year} / 6 / 30};
        Reading reading = default_reading(audit);
        reading.route = Route::maps;

        EXPECT_EQ(answer_of(audit, reading).refusal().reason,
                  "the two strata maps speak of 2018 to 2020, not of the whole monitoring period");
    }
}

TEST(StatementOfZone, SaysWhichBeltStandsInTheWay) {
    std::vector<Land> land = thousand_ha_of_project();
    land.push_back({"belt", "deciduous", "", 80, 0, 10});
    AuditCase audit = judged_by_rate(land);
    audit.factor_sets[0].stocks.erase("deciduous");

    EXPECT_EQ(answer_of(audit, default_reading(audit)).refusal().reason,
              "belt 'belt': no carbon factor for 'deciduous' in carbon.csv");
}

TEST(StatementOfZone, ExpectsNothingOfABeltWithoutForest) {
    std::vector<Land> land = thousand_ha_of_project();
    land.push_back({"belt", "crops", "crops", 80, 2019, 10});
    for (const Route route : {Route::loss, Route::maps}) {
        const Statement statement = statement_of(judged_by_rate(land), route);

        EXPECT_EQ(statement.totals.displaced->value(), 0);
        EXPECT_FALSE(statement.totals.is_upper_bound());
    }
}

TEST(StatementOfZone, PassesOnWhyThereIsNoReferenceLevel) {
    const AuditCase audit = small_case(thousand_ha_of_project());

    EXPECT_EQ(answer_of(audit, default_reading(audit)).refusal().reason, "no reference level: give [reference_level]");
}

TEST(StatementOfZone, PassesOnThatAFactorOfTheObservedIsMissing) {
    // The history has no loss of deciduous forest, so only what was observed needs its factor.
    std::vector<Land> land = thousand_ha_of_project();
    land.push_back({"project", "evergreen", "", 80, 2005, 10});
    land.push_back({"project", "deciduous", "", 80, 2019, 5});
    AuditCase audit = small_case(land);
    tests::judge_by_history(audit, {"project", {LossYear{2005}, LossYear{2006}}});
    audit.factor_sets[0].stocks.erase("deciduous");

    EXPECT_EQ(answer_of(audit, default_reading(audit)).refusal().reason,
              "no carbon factor for 'deciduous' in carbon.csv");
}

// --- The reported route ------------------------------------------------------------------------------------------------

TEST(StatementOfZone, SetsReportedLossAgainstTheForestThatWasCounted) {
    // Expected 110,000 in two years, whatever the maps saw; reported 25 ha of deciduous forest: 5,500.
    AuditCase audit = judged_by_rate(thousand_ha_of_project());
    audit.claim = tests::empty_claim();
    audit.claim->losses = {tests::reported_loss("project", "deciduous", 2020, 25)};
    const Statement statement = statement_of(audit, Route::reported);

    EXPECT_DOUBLE_EQ(statement.totals.reference.value(), 110'000);
    EXPECT_DOUBLE_EQ(statement.years[1].project.value(), 5'500);
    EXPECT_EQ(statement.totals.credits.tCO2e, 104'500);
    ASSERT_EQ(statement.strata.size(), 2U);  // Reported in a stratum of which the project holds nothing.
    EXPECT_EQ(statement.strata[1].forest_at_start.value(), 0);
    EXPECT_DOUBLE_EQ(statement.strata[1].observed_area.value(), 25);
}

// Of 1,000 declared ha of evergreen forest 4 % are expected to become crops each year: 44,000 tCO2e. Reported: 30 ha, 16,500.
AuditCase of_tables_alone(const std::vector<tests::Declared>& further = {}) {
    std::vector<tests::Declared> areas{{"project", "evergreen", Hectares::of(1'000)},
                                       {"project", "crops", Hectares::of(200)}};
    areas.insert(areas.end(), further.begin(), further.end());
    AuditCase audit = tests::declared_case(areas);
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.claim = tests::empty_claim();
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 30)};
    return audit;
}

TEST(StatementOfZone, NeedsNoPixelForDeclaredAreasAndReportedLosses) {
    const Statement statement = statement_of(of_tables_alone(), Route::reported);

    EXPECT_DOUBLE_EQ(statement.totals.reference.value(), 44'000);
    EXPECT_DOUBLE_EQ(statement.totals.project.value(), 16'500);
    EXPECT_EQ(statement.totals.credits.tCO2e, 27'500);
    EXPECT_TRUE(statement.totals.is_upper_bound());
    EXPECT_EQ(statement.strata[0].forest_at_start.value(), 1'000);
}

TEST(StatementOfZone, TakesARateOfTheDeclaredTerritory) {
    // 5 % of 1,200 ha, all of it evergreen forest: 60 ha x 550 in each of two years.
    AuditCase audit = of_tables_alone();
    audit.references.clear();
    tests::judge_by_rate(audit, 0.05, RateBase::territory);

    EXPECT_DOUBLE_EQ(statement_of(audit, Route::reported).totals.reference.value(), 66'000);
}

TEST(StatementOfZone, IsRefusedByTheRoutesThatNeedPixelsWhereNothingWasCounted) {
    const AuditCase audit = of_tables_alone();
    Reading reading = default_reading(audit);
    for (const Route route : {Route::loss, Route::maps}) {
        reading.route = route;
        EXPECT_FALSE(answer_of(audit, reading).given());
    }
}

TEST(StatementOfZone, IsAnUpperBoundWhereTheClaimReportsNothingOfTheBelt) {
    const Statement statement =
        statement_of(of_tables_alone({{"belt", "evergreen", Hectares::of(100)}}), Route::reported);

    EXPECT_EQ(statement.totals.displaced, std::nullopt);
    EXPECT_EQ(statement.totals.unseen_belts, 1U);
    EXPECT_TRUE(statement.totals.is_upper_bound());
}

TEST(StatementOfZone, IsAnUpperBoundWhereTheClaimReportsOneOfTwoBelts) {
    // Belt a holds 100 ha: 4 ha a year are expected, 10 are reported for 2019: 6 x 550 = 3,300 tCO2e are displaced.
    AuditCase audit =
        of_tables_alone({{"belt a", "evergreen", Hectares::of(100)}, {"belt b", "evergreen", Hectares::of(100)}});
    audit.claim->losses.push_back(tests::reported_loss("belt a", "evergreen", 2019, 10));
    const Statement statement = statement_of(audit, Route::reported);

    EXPECT_NEAR(statement.totals.displaced->value(), 3'300, 1e-9);
    EXPECT_EQ(statement.totals.credits.tCO2e, 27'500 - 3'300);
    EXPECT_TRUE(statement.totals.is_upper_bound());

    audit.claim->losses.push_back(tests::reported_loss("belt b", "evergreen", 2019, 1));
    EXPECT_FALSE(statement_of(audit, Route::reported).totals.is_upper_bound());
}

TEST(StatementOfZone, CountsWhatIsReportedOfABeltWithoutForest) {
    // Nothing is expected there, so all 3 ha x 550 are displaced.
    AuditCase audit = of_tables_alone({{"belt", "crops", Hectares::of(100)}});
    audit.claim->losses.push_back(tests::reported_loss("belt", "evergreen", 2020, 3));

    EXPECT_DOUBLE_EQ(statement_of(audit, Route::reported).totals.displaced->value(), 1'650);
}

// --- A level without forest types ----------------------------------------------------------------------------------------

TEST(StatementOfZone, KnowsTheExpectationOfNoStratumUnderASharedNationalLevel) {
    // A tenth of 500,000 a year by forest area: 100,000 in two years; 60 ha x 550 were emitted.
    AuditCase audit = small_case(thousand_ha_of_project());
    audit.references = {{"national-by-forest-area",
                         NationalLevel{TonnesCO2e::of(500'000), ShareKey::forest_area, 10'000, "", {}, "a test"}}};
    const Statement statement = statement_of(audit);

    EXPECT_DOUBLE_EQ(statement.totals.reference.value(), 100'000);
    EXPECT_EQ(statement.totals.credits.tCO2e, 67'000);
    ASSERT_EQ(statement.strata.size(), 1U);
    EXPECT_EQ(statement.strata[0].expected_area, std::nullopt);
    EXPECT_EQ(statement.strata[0].expected_emission, std::nullopt);
    EXPECT_DOUBLE_EQ(statement.strata[0].observed_emission.value(), 33'000);
}

}  // namespace
}  // namespace reddline::accounting
