#include "accounting/readings.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "accounting/open_choices.hpp"
#include "accounting/statement.hpp"
#include "support/thrown_error.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::small_case;

AuditCase judged_by_transitions() {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 900},
                                  {"project", "evergreen", "deciduous", 80, 0, 60},
                                  {"project", "evergreen", "crops", 80, 2019, 40},
                                  {"reference", "evergreen", "evergreen", 80, 0, 5}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    return audit;
}

void give_all_stocks(AuditCase& audit) {
    audit.factor_sets[0].stocks["crops"] = tests::stock(10);
    audit.factor_sets[0].stocks["rubber"] = tests::stock(40);
}

// --- Which readings there are ----------------------------------------------------------------------------------------

TEST(EveryReading, CrossesTheChoicesThatHaveAPartInIt) {
    // Loss: 2 boundary rules x 3 annualisations x 2 arcs x 2 area models = 24. Maps, which see no canopy: 12.
    AuditCase audit = judged_by_transitions();
    EXPECT_EQ(every_reading(audit).size(), 24U + 12);

    // A flat rate knows neither annualisation nor area model, and by loss no arcs: 2 rules; by maps 2 arcs.
    tests::judge_by_rate(audit, 0.1);
    EXPECT_EQ(every_reading(audit).size(), 36U + 2 + 2);

    // Stocks of what is not forest double what knows a destination: 48 + 24, and by the rate 2 + 4.
    give_all_stocks(audit);
    EXPECT_EQ(every_reading(audit).size(), 48U + 24 + 2 + 4);

    // Two more thresholds: three times as many by loss.
    audit.canopy_sweep = {10, 50};
    EXPECT_EQ(every_reading(audit).size(), 144U + 24 + 6 + 4);

    audit.limits = {{Choice::route, {{"maps", {}}}}, {Choice::reference, {{"rate-of-forest", {}}}}};
    EXPECT_EQ(every_reading(audit).size(), 4U);
}

TEST(EveryReading, HoldsEachReadingOnceTheDefaultFirst) {
    AuditCase audit = judged_by_transitions();
    audit.canopy_sweep = {10, 50};
    tests::judge_by_rate(audit, 0.1);
    const auto readings = every_reading(audit);

    EXPECT_EQ(readings.front(), default_reading(audit));
    EXPECT_EQ(std::set<Reading>(readings.begin(), readings.end()).size(), readings.size());
}

TEST(EveryReading, LeavesAChoiceWithoutAPartInItAtTheDefault) {
    AuditCase audit = judged_by_transitions();
    audit.canopy_sweep = {10, 50};
    tests::judge_by_rate(audit, 0.1);
    for (const Reading& reading : every_reading(audit)) {
        if (reading.route == Route::maps) {
            EXPECT_EQ(reading.forest, default_reading(audit).forest);
        }
        if (reading.reference == 1U) {
            EXPECT_EQ(reading.annualise, Annualise::linear);
            EXPECT_EQ(reading.areas, AreaModel::constant);
        }
        if (reading.reference == 1U && reading.route == Route::loss) {
            EXPECT_EQ(reading.arcs, Arcs::option_1);
        }
    }
}

TEST(EveryReading, StopsBeyondAMillion) {
    // 101 thresholds x 2 rules x 3 x 2 x 2 x 2 routes are 4,848 per reference level; 207 of them are 1,003,536.
    AuditCase audit = judged_by_transitions();
    audit.canopy_sweep.clear();
    for (int canopy_pct = 0; canopy_pct <= 100; ++canopy_pct)
        audit.canopy_sweep.push_back(canopy_pct);
    for (int i = 1; i < 207; ++i)
        audit.references.push_back({"rate " + std::to_string(i), LossRate{0.01, RateBase::forest, "a test"}});
    const Error error = tests::thrown_error([&] { return every_reading(audit); });

    EXPECT_EQ(error.code(), ErrorCode::audit_file);
    EXPECT_EQ(error.subject(), "readings");
    EXPECT_EQ(error.message(),
              "expected at most 1,000,000 readings of all project zones together, found more; restrict the choices in "
              "[readings]");
}

TEST(EveryReading, CountsTheReadingsOfAllProjectsTogether) {
    // As above, 104 reference levels are 504,192 readings of one project, and 1,008,384 of two.
    AuditCase audit = judged_by_transitions();
    for (int canopy_pct = 0; canopy_pct <= 100; ++canopy_pct)
        audit.canopy_sweep.push_back(canopy_pct);
    for (int i = 1; i < 104; ++i)
        audit.references.push_back({"rate " + std::to_string(i), LossRate{0.01, RateBase::forest, "a test"}});
    audit.zones[1].zone.role = ZoneRole::project;

    EXPECT_EQ(tests::thrown_error([&] { return every_reading(audit); }).subject(), "readings");
}

// --- What they give --------------------------------------------------------------------------------------------------

/// The results of all readings that differ from the default in route and arcs alone.
const ReadingResult& result_of(const std::vector<ReadingResult>& results, const AuditCase& audit, Route route,
                               Arcs arcs) {
    Reading wanted = default_reading(audit);
    wanted.route = route;
    wanted.arcs = arcs;
    return *std::ranges::find(results, wanted, &ReadingResult::reading);
}

TEST(EvaluateReadings, ComesToTheCreditsWorkedOutByHand) {
    const AuditCase audit = judged_by_transitions();
    const auto results = tests::EveryReading(audit).results();
    const auto credits = [&](Route route, Arcs arcs) {
        return result_of(results, audit, route, arcs).answer.value().credits.tCO2e;
    };

    // Expected per year: option 1 1,000 ha x 4 % x 550 = 22,000, option 2 and 6 % x 330 = 41,800; two years.
    // Emitted by loss: 40 ha x 550 = 22,000 in 2019. By maps, two of three years: 2/3 x (40 x 550 + 60 x 330).
    EXPECT_EQ(results.size(), 36U);
    EXPECT_EQ(results[0].answer.value().credits.tCO2e, 44'000 - 22'000);
    EXPECT_EQ(credits(Route::loss, Arcs::option_2), 83'600 - 22'000);
    EXPECT_EQ(credits(Route::maps, Arcs::option_1), 29'333);  // 44,000 - 14,666.67 = 29,333.33
    EXPECT_EQ(credits(Route::maps, Arcs::option_2), 55'733);  // 83,600 - 27,866.67 = 55,733.33
    EXPECT_DOUBLE_EQ(results[0].reference->value(), 44'000);
}

TEST(EvaluateReadings, AnswersEachFactorSetWithItsOwnFactors) {
    AuditCase audit = judged_by_transitions();
    audit.factor_sets.push_back({"half.csv", {{"evergreen", tests::stock(75)}, {"deciduous", tests::stock(30)}}});
    audit.limits = {{Choice::factors, {{"half.csv", {}}, {"carbon.csv", {}}}}};
    const auto results = tests::EveryReading(audit).results();

    EXPECT_EQ(results[0].reading.factors, 1U);
    EXPECT_EQ(results[0].answer.value().credits.tCO2e, 11'000);  // Half of 22,000.
}

TEST(EvaluateReadings, TakesForestTypesFromTheMapThatTheReadingAsks) {
    // The older map calls the lost 40 ha deciduous: 1,000 ha expect 960 x 22 + 40 x 5 % x 220 = 21,560 a year,
    // and 40 x 220 = 8,800 were emitted.
    std::vector<StrataMap> maps = tests::two_maps();
    maps[1].year = 2015;
    maps[1].role = StrataRole::independent;
    AuditCase audit = small_case(
        {{"project", "evergreen", "evergreen", 80, 0, 960}, {"project", "evergreen", "deciduous", 80, 2019, 40}}, maps);
    tests::judge_by_transitions(audit, tests::one_national_year());
    Reading wanted = default_reading(audit);
    wanted.strata_map = 1;
    const auto results = tests::EveryReading(audit).results();
    const auto found = std::ranges::find(results, wanted, &ReadingResult::reading);

    ASSERT_NE(found, results.end());
    EXPECT_EQ(found->answer.value().credits.tCO2e, 2 * 21'560 - 8'800);
}

TEST(EvaluateReadings, IsEmptyWithoutAProject) {
    const AuditCase audit = small_case({{"reference", "evergreen", "", 80, 0, 5}});
    EXPECT_THAT(tests::EveryReading(audit).results(), IsEmpty());
}

TEST(EvaluateReadings, KeepsARefusalAsAResultWithItsReason) {
    AuditCase audit = judged_by_transitions();
    audit.references.clear();
    const auto results = tests::EveryReading(audit).results();

    ASSERT_EQ(results.size(), 4U);  // Two boundary rules by loss, two arcs by maps.
    EXPECT_EQ(results[0].answer.refusal().reason, "no reference level: give [reference_level]");
    EXPECT_EQ(results[0].reference, std::nullopt);
    EXPECT_THAT(results[0].caveats, IsEmpty());
}

TEST(EvaluateReadings, SaysWhatWasExpectedEvenWhereNothingIsReported) {
    // 1,000 ha x 4 % x 550 in each of two years are expected; what was lost nobody says.
    AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(1'000)}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    const auto results = tests::EveryReading(audit).results();

    ASSERT_EQ(results.size(), 12U);  // 3 annualisations x 2 arcs x 2 area models.
    EXPECT_DOUBLE_EQ(results[0].reference->value(), 44'000);
    EXPECT_EQ(results[0].answer.refusal().reason, "no reported loss of zone 'project': give [claim] losses");
}

TEST(EvaluateReadings, GivesTheReportedRouteOnlyToTheZoneThatTheClaimReports) {
    AuditCase audit =
        small_case({{"project a", "evergreen", "", 80, 0, 100}, {"project b", "evergreen", "", 80, 0, 100}});
    tests::judge_by_rate(audit, 0.1);
    audit.claim = tests::empty_claim();
    audit.claim->losses = {tests::reported_loss("project b", "evergreen", 2019, 4)};
    const auto results = tests::EveryReading(audit).results();
    const auto is_reported = [](const ReadingResult& result) { return result.reading.route == Route::reported; };

    EXPECT_EQ(std::ranges::count_if(results, is_reported), 2);  // Two boundary rules.
    const auto found = std::ranges::find_if(results, is_reported);
    EXPECT_EQ(found->zone, 1U);
    EXPECT_EQ(found->answer.value().credits.tCO2e, 2 * 5'500 - 4 * 550);
}

// --- Caveats ---------------------------------------------------------------------------------------------------------

std::vector<Caveat> caveats(const AuditCase& audit, const Reading& reading) {
    const Workings workings = tests::workings_of(audit, reading);
    return caveats_of(workings, statement(workings, 0, reading).value());
}

Reading reading_of(const AuditCase& audit, Route route, Arcs arcs, PostStock post = PostStock::zero) {
    Reading reading = default_reading(audit);
    reading.route = route;
    reading.arcs = arcs;
    reading.post = post;
    return reading;
}

TEST(CaveatsOf, SayThatLossCannotShowTheDegradationThatIsExpected) {
    const AuditCase audit = judged_by_transitions();

    EXPECT_THAT(caveats(audit, reading_of(audit, Route::loss, Arcs::option_2)),
                ElementsAre(Caveat::degradation_unseen));
    EXPECT_THAT(caveats(audit, reading_of(audit, Route::loss, Arcs::option_1)), IsEmpty());
    EXPECT_THAT(caveats(audit, reading_of(audit, Route::maps, Arcs::option_2)), IsEmpty());
}

TEST(CaveatsOf, AreSilentWhereNoDegradationIsExpected) {
    AuditCase audit = judged_by_transitions();
    audit.factor_sets[0].stocks["deciduous"] = tests::stock(150);  // As much as evergreen forest: no emission.
    EXPECT_THAT(caveats(audit, reading_of(audit, Route::loss, Arcs::option_2)), IsEmpty());

    AuditCase deciduous = small_case({{"project", "deciduous", "", 80, 0, 100}});  // From here nothing becomes forest.
    tests::judge_by_transitions(deciduous, tests::one_national_year());
    EXPECT_THAT(caveats(deciduous, reading_of(deciduous, Route::loss, Arcs::option_2)), IsEmpty());
}

TEST(CaveatsOf, SayWhereRegrowthStandsOnOneSideAlone) {
    AuditCase audit = judged_by_transitions();
    give_all_stocks(audit);
    tests::judge_by_rate(audit, 0.1);
    const auto found = [&](Route route, std::size_t reference, PostStock post) {
        Reading reading = reading_of(audit, route, Arcs::option_1, post);
        reading.reference = reference;
        return caveats(audit, reading);
    };

    EXPECT_THAT(found(Route::loss, 0, PostStock::post_stock), ElementsAre(Caveat::regrowth_unseen));
    EXPECT_THAT(found(Route::loss, 0, PostStock::zero), IsEmpty());
    EXPECT_THAT(found(Route::maps, 0, PostStock::post_stock), IsEmpty());
    EXPECT_THAT(found(Route::maps, 1, PostStock::post_stock), ElementsAre(Caveat::regrowth_unexpected));
    EXPECT_THAT(found(Route::maps, 1, PostStock::zero), IsEmpty());
    EXPECT_THAT(found(Route::loss, 1, PostStock::post_stock), IsEmpty());
}

TEST(CaveatsOf, SayThatTheStrataMapIsNotDatedBeforeTheLoss) {
    AuditCase audit = judged_by_transitions();
    audit.maps[0].year = 2019;  // The first monitoring year.
    EXPECT_THAT(caveats(audit, reading_of(audit, Route::loss, Arcs::option_1)), ElementsAre(Caveat::strata_after_loss));

    audit.maps[0].year = 2018;
    EXPECT_THAT(caveats(audit, reading_of(audit, Route::loss, Arcs::option_1)), IsEmpty());
}

TEST(CaveatsOf, JudgeTheReportedRouteByWhatTheClaimSaysOfTheDestination) {
    AuditCase audit = judged_by_transitions();
    give_all_stocks(audit);
    audit.claim = tests::empty_claim();
    audit.claim->strata_map = "before";
    const auto found = [&](std::optional<std::string> to) {
        audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 10, std::move(to))};
        return caveats(audit, reading_of(audit, Route::reported, Arcs::option_2, PostStock::post_stock));
    };

    EXPECT_THAT(found({}), ElementsAre(Caveat::degradation_unseen, Caveat::regrowth_unseen));
    EXPECT_THAT(found("crops"), ElementsAre(Caveat::degradation_unseen));  // Only what left the forest is reported.
    EXPECT_THAT(found("deciduous"), IsEmpty());
}

TEST(CaveatsOf, SayThatReportedForestTypesAreNotKnownToBeThoseOfTheReferenceLevel) {
    AuditCase audit = judged_by_transitions();
    audit.claim = tests::empty_claim();
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 10)};
    const auto found = [&](const std::string& map) {
        audit.claim->strata_map = map;
        return caveats(audit, reading_of(audit, Route::reported, Arcs::option_1));
    };

    EXPECT_THAT(found("before"), IsEmpty());
    EXPECT_THAT(found("after"), ElementsAre(Caveat::other_strata));
    EXPECT_THAT(found(""), ElementsAre(Caveat::other_strata));
}

TEST(CaveatsOf, SayThatALateMapHidesForestOfTheLevelThatReportedLossIsSetAgainst) {
    AuditCase audit = judged_by_transitions();
    audit.claim = tests::empty_claim();
    audit.claim->strata_map = "before";
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 10)};
    audit.maps[0].year = 2019;  // The first monitoring year.
    Reading reading = reading_of(audit, Route::reported, Arcs::option_1);
    EXPECT_THAT(caveats(audit, reading), ElementsAre(Caveat::forest_hidden));

    tests::judge_by_history(audit, {"", {LossYear{2010}, LossYear{2014}}});  // Which hides the history as well.
    reading.reference = 1;
    EXPECT_THAT(caveats(audit, reading), ElementsAre(Caveat::history_hidden));

    audit.maps[0].year = 2018;
    EXPECT_THAT(caveats(audit, reading_of(audit, Route::reported, Arcs::option_1)), IsEmpty());
}

TEST(CaveatsOf, AskNoMapOfReportedForestTypesWhereNothingWasCounted) {
    AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(1'000)}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.claim = tests::empty_claim();
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 10)};

    EXPECT_THAT(caveats(audit, reading_of(audit, Route::reported, Arcs::option_1)), IsEmpty());
}

TEST(CaveatsOf, SayThatTheMapHidesForestLostInTheReferenceYears) {
    // The map of 2017 shows what was lost by then as what came after it.
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 100}});
    tests::judge_by_history(audit, {"", {LossYear{2017}, LossYear{2018}}});
    const Reading reading = reading_of(audit, Route::loss, Arcs::option_1);
    EXPECT_THAT(caveats(audit, reading), ElementsAre(Caveat::history_hidden));

    audit.maps[0].year = 2016;
    EXPECT_THAT(caveats(audit, reading), IsEmpty());

    AuditCase unmapped = small_case({{"project", "", "", 80, 0, 100}}, {});
    unmapped.factor_sets = {{"carbon.csv", {{unstratified, tests::stock(150)}}}};
    unmapped.references = audit.references;
    EXPECT_THAT(caveats(unmapped, default_reading(unmapped)), IsEmpty());
}

}  // namespace
}  // namespace reddline::accounting
