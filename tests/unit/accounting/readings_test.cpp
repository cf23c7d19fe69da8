#include "accounting/readings.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;

AuditCase judged_by_transitions() {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 900},
                                  {"project", "evergreen", "deciduous", 80, 0, 60},
                                  {"project", "evergreen", "crops", 80, 2019, 40},
                                  {"reference", "evergreen", "evergreen", 80, 0, 5}});
    audit.transitions = tests::one_national_year();
    return audit;
}

TEST(DefaultReading, TakesTheFirstOfEveryChoice) {
    AuditCase audit = judged_by_transitions();
    audit.forest.canopy_pct = 12;
    const Reading reading = default_reading(audit);

    EXPECT_EQ(reading.route, Route::loss);
    EXPECT_EQ(reading.strata_map, 0U);
    EXPECT_EQ(reading.forest.canopy_pct, 12);
    EXPECT_EQ(reading.annualise, Annualise::linear);
    EXPECT_EQ(reading.intervals, Intervals::pooled);
    EXPECT_EQ(reading.arcs, Arcs::option_1);
    EXPECT_EQ(reading.areas, AreaModel::constant);
}

TEST(DefaultReading, KeepsTheDestinationsStockOnlyWhenEveryDestinationHasOne) {
    AuditCase audit = judged_by_transitions();
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);

    audit.factors->stocks["crops"] = tests::stock(10);
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);

    audit.factors->stocks["rubber"] = tests::stock(40);
    EXPECT_EQ(default_reading(audit).post, PostStock::post_stock);

    audit.transitions->strata.push_back({"water", StratumKind::non_forest});  // A class of the national table alone.
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);

    audit.factors.reset();
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);
}

TEST(DefaultReading, NamesWhereTheReferenceLevelComesFrom) {
    AuditCase audit = small_case({});
    EXPECT_EQ(default_reading(audit).reference, std::nullopt);

    audit.history = HistoryRule{"project", {LossYear{2005}, LossYear{2009}}};
    EXPECT_EQ(default_reading(audit).reference, ReferenceKind::history);

    audit.rate = LossRate{0.1, RateBase::territory, "a test"};
    EXPECT_EQ(default_reading(audit).reference, ReferenceKind::rate_of_territory);

    audit.rate = LossRate{0.1, RateBase::forest, "a test"};
    EXPECT_EQ(default_reading(audit).reference, ReferenceKind::rate_of_forest);

    audit.transitions = tests::one_national_year();
    EXPECT_EQ(default_reading(audit).reference, ReferenceKind::transitions);
}

TEST(DefaultReading, HasNoStrataMapWithoutMaps) {
    EXPECT_EQ(default_reading(small_case({}, {})).strata_map, std::nullopt);
}

TEST(EvaluateReadings, AnswersBothOptionsByBothRoutesForEveryProjectTheDefaultFirst) {
    const auto results = evaluate_readings(judged_by_transitions());

    ASSERT_EQ(results.size(), 4U);
    const Route routes[] = {Route::loss, Route::loss, Route::maps, Route::maps};
    const Arcs arcs[] = {Arcs::option_1, Arcs::option_2, Arcs::option_1, Arcs::option_2};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(results[i].zone, 0U);
        EXPECT_EQ(results[i].reading.route, routes[i]);
        EXPECT_EQ(results[i].reading.arcs, arcs[i]);
        EXPECT_TRUE(results[i].answer.given());
    }
}

TEST(EvaluateReadings, ComesToTheCreditsWorkedOutByHand) {
    const auto results = evaluate_readings(judged_by_transitions());
    const auto credits = [&](std::size_t i) { return results[i].answer.value().credits.tCO2e; };

    // Expected per year: option 1 1,000 ha x 4 % x 550 = 22,000, option 2 and 6 % x 330 = 41,800; two years.
    // Emitted by loss: 40 ha x 550 = 22,000 in 2019. By maps, two of three years: 2/3 x (40 x 550 + 60 x 330).
    EXPECT_EQ(credits(0), 44'000 - 22'000);
    EXPECT_EQ(credits(1), 83'600 - 22'000);
    EXPECT_EQ(credits(2), 29'333);  // 44,000 - 14,666.67 = 29,333.33
    EXPECT_EQ(credits(3), 55'733);  // 83,600 - 27,866.67 = 55,733.33
}

TEST(EvaluateReadings, SkipsTheMapsRouteWithoutTwoMaps) {
    AuditCase audit = judged_by_transitions();
    audit.maps[1].role = StrataRole::independent;

    EXPECT_EQ(evaluate_readings(audit).size(), 2U);
}

TEST(EvaluateReadings, IsEmptyWithoutAProject) {
    EXPECT_TRUE(evaluate_readings(small_case({{"reference", "evergreen", "", 80, 0, 5}})).empty());
}

TEST(EvaluateReadings, KeepsARefusalAsAResult) {
    AuditCase audit = judged_by_transitions();
    audit.transitions.reset();
    const auto results = evaluate_readings(audit);

    ASSERT_EQ(results.size(), 4U);
    EXPECT_EQ(results[0].answer.refusal().reason, "no reference level: give [reference_level]");
}

}  // namespace
}  // namespace reddline::accounting
