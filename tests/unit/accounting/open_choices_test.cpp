#include "accounting/open_choices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/sample_evidence_case.hpp"
#include "support/thrown_error.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using tests::small_case;

/// 30 % is the audit's threshold; one national interval, one factor set that knows nothing but forest.
AuditCase judged_by_transitions() {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 900}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    return audit;
}

StrataMap map_of(const std::string& name, int year, StrataRole role) {
    return {name, year, role, tests::small_legend()};
}

void give_all_stocks(CarbonTable& factors) {
    factors.stocks["crops"] = tests::stock(10);
    factors.stocks["rubber"] = tests::stock(40);
}

TEST(OpenChoices, ListEveryValueThatTheInputsAllowTheDefaultFirst) {
    AuditCase audit = judged_by_transitions();
    audit.canopy_sweep = {50, 30, 10};
    audit.forest.min_area_ha = 0.5;
    give_all_stocks(audit.factor_sets[0]);
    audit.factor_sets.push_back(audit.factor_sets[0]);
    audit.transitions->intervals.push_back(tests::interval(2015, 2016, {{"evergreen", "evergreen", 1}}));
    tests::judge_by_rate(audit, 0.1);
    audit.claim = tests::empty_claim();
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 1)};
    const OpenChoices open = open_choices(audit);

    EXPECT_THAT(open.routes, ElementsAre(Route::loss, Route::maps, Route::reported));
    EXPECT_THAT(open.strata_maps, ElementsAre(std::optional<std::size_t>{0}));
    EXPECT_THAT(open.canopy_pct, ElementsAre(30, 50, 10));
    EXPECT_THAT(open.canopy_rules, ElementsAre(CanopyRule::greater, CanopyRule::at_least));
    EXPECT_THAT(open.min_area_ha, ElementsAre(0.5, 0));
    EXPECT_THAT(open.factors, ElementsAre(0, 1));
    EXPECT_THAT(open.annualise, ElementsAre(Annualise::linear, Annualise::compound, Annualise::matrix_root));
    EXPECT_THAT(open.intervals, ElementsAre(Intervals::pooled, Intervals::mean));
    EXPECT_THAT(open.arcs, ElementsAre(Arcs::option_1, Arcs::option_2));
    EXPECT_THAT(open.areas, ElementsAre(AreaModel::constant, AreaModel::markov));
    EXPECT_THAT(open.post, ElementsAre(PostStock::post_stock, PostStock::zero));
    EXPECT_THAT(open.references, ElementsAre(std::optional<std::size_t>{0}, std::optional<std::size_t>{1}));
}

TEST(OpenChoices, AreFewWhereTheInputsAreFew) {
    AuditCase audit = small_case({{"project", "", "", 80, 0, 1}}, {});
    audit.factor_sets.clear();
    audit.forest.canopy_rule = CanopyRule::at_least;
    const OpenChoices open = open_choices(audit);

    EXPECT_THAT(open.routes, ElementsAre(Route::loss));
    EXPECT_THAT(open.strata_maps, ElementsAre(std::nullopt));
    EXPECT_THAT(open.canopy_pct, ElementsAre(30));
    EXPECT_THAT(open.canopy_rules, ElementsAre(CanopyRule::at_least, CanopyRule::greater));
    EXPECT_THAT(open.min_area_ha, ElementsAre(0));
    EXPECT_THAT(open.factors, ElementsAre(0));
    EXPECT_THAT(open.intervals, ElementsAre(Intervals::pooled));
    EXPECT_THAT(open.post, ElementsAre(PostStock::zero));
    EXPECT_THAT(open.references, ElementsAre(std::nullopt));
}

TEST(OpenChoices, KnowTheReportedRouteAloneWhereNothingWasCounted) {
    const AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(1)}});

    EXPECT_THAT(open_choices(audit).routes, ElementsAre(Route::reported));
}

TEST(OpenChoices, KnowTheSampleRouteLastWhereItShowsLoss) {
    AuditCase audit = small_case({{"project", "evergreen", "deciduous", 80, 0, 100}});
    audit.sample = tests::two_losses();
    EXPECT_THAT(open_choices(audit).routes, ElementsAre(Route::loss, Route::maps, Route::sample));

    audit.sample->years.reset();
    EXPECT_THAT(open_choices(audit).routes, ElementsAre(Route::loss, Route::maps));
}

TEST(OpenChoices, TakeASampleForWhatIsMissingWhereNothingWasCounted) {
    AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(100)}});
    audit.sample = tests::two_losses();
    EXPECT_THAT(open_choices(audit).routes, ElementsAre(Route::sample));
}

TEST(OpenChoices, TakeTheBaselineMapAndEveryOtherMapDatedBeforeTheMonitoring) {
    // Monitoring starts in 2019: a map of 2018 shows what stood there before, one of 2019 may not.
    AuditCase audit = judged_by_transitions();
    audit.maps = {map_of("old", 2010, StrataRole::independent), map_of("first year", 2019, StrataRole::independent),
                  map_of("baseline", 2017, StrataRole::baseline), map_of("eve", 2018, StrataRole::monitoring)};
    using Map = std::optional<std::size_t>;
    EXPECT_THAT(open_choices(audit).strata_maps, ElementsAre(Map{2}, Map{0}, Map{3}));

    audit.maps[2].year = 2020;  // A baseline map stays the default even where it is too late.
    EXPECT_THAT(open_choices(audit).strata_maps, ElementsAre(Map{2}, Map{0}, Map{3}));

    audit.monitoring.reset();
    EXPECT_THAT(open_choices(audit).strata_maps, ElementsAre(Map{2}));
}

TEST(OpenChoices, KeepWhatTheAuditFileListsInItsOrder) {
    AuditCase audit = judged_by_transitions();
    audit.canopy_sweep = {10.5, 50};
    audit.limits = {{Choice::canopy_pct, {{"50", {}}, {"10.5", {}}}},
                    {Choice::route, {{"maps", {}}}},
                    {Choice::strata, {{"before", {}}}},
                    {Choice::factors, {{"carbon.csv", {}}}},
                    {Choice::annualise, {{"matrix-root", {}}, {"linear", {}}}},
                    {Choice::reference, {{"transitions", {}}}}};
    audit.forest.canopy_pct = 50;
    const OpenChoices open = open_choices(audit);

    EXPECT_THAT(open.canopy_pct, ElementsAre(50, 10.5));
    EXPECT_THAT(open.routes, ElementsAre(Route::maps));
    EXPECT_THAT(open.annualise, ElementsAre(Annualise::matrix_root, Annualise::linear));
    EXPECT_THAT(open.arcs, ElementsAre(Arcs::option_1, Arcs::option_2));
    EXPECT_EQ(default_reading(audit).forest.canopy_pct, 50);
    EXPECT_EQ(default_reading(audit).route, Route::maps);
    EXPECT_EQ(default_reading(audit).annualise, Annualise::matrix_root);
}

TEST(OpenChoices, BeginWithTheForestRuleWhereverItIsListed) {
    AuditCase audit = judged_by_transitions();
    audit.canopy_sweep = {10.5, 50, 75};
    audit.forest.canopy_pct = 75;
    audit.limits = {{Choice::canopy_pct, {{"50", {}}, {"10.5", {}}, {"75", {}}}}};
    EXPECT_THAT(open_choices(audit).canopy_pct, ElementsAre(75, 50, 10.5));
    EXPECT_EQ(default_reading(audit).forest.canopy_pct, 75);
}

std::string error_of(AuditCase audit, Choice choice, const std::string& value) {
    audit.limits[choice] = {{value, "audit.toml:30:12"}};
    const Error error = tests::thrown_error([&] { return open_choices(audit); });
    EXPECT_EQ(error.code(), ErrorCode::audit_file);
    EXPECT_EQ(error.subject(), "audit.toml:30:12");
    EXPECT_TRUE(error.message().starts_with("readings." + std::string(to_string(choice)) + ": expected "));
    return error.message();
}

TEST(OpenChoices, StopAtAValueThatTheInputsDoNotAllowAndListThoseThatTheyDo) {
    AuditCase audit = judged_by_transitions();
    audit.canopy_sweep = {10.5};
    EXPECT_EQ(error_of(audit, Choice::canopy_pct, "40"),
              "readings.canopy_pct: expected values that the inputs allow (30, 10.5), found '40'; leave it out, or "
              "give the input that it "
              "needs");
    EXPECT_THAT(error_of(audit, Choice::route, "reported"), testing::HasSubstr("(loss, maps), found 'reported'"));
    EXPECT_THAT(error_of(audit, Choice::strata, "after"), testing::HasSubstr("(before), found 'after'"));
    EXPECT_THAT(error_of(audit, Choice::min_area, "0.5"), testing::HasSubstr("(0), found '0.5'"));
    EXPECT_THAT(error_of(audit, Choice::factors, "other.csv"), testing::HasSubstr("(carbon.csv), found 'other.csv'"));
    EXPECT_THAT(error_of(audit, Choice::intervals, "mean"), testing::HasSubstr("(pooled), found 'mean'"));
    EXPECT_THAT(error_of(audit, Choice::post, "post-stock"), testing::HasSubstr("(zero), found 'post-stock'"));
    EXPECT_THAT(error_of(audit, Choice::reference, "rate-of-forest"),
                testing::HasSubstr("(transitions), found 'rate-of-forest'"));
}

TEST(OpenChoices, StopAtAnyFactorSetOrReferenceLevelWhereThereIsNone) {
    AuditCase audit = small_case({});
    audit.factor_sets.clear();

    EXPECT_THAT(error_of(audit, Choice::factors, "carbon.csv"), testing::HasSubstr("(none), found 'carbon.csv'"));
    EXPECT_THAT(error_of(audit, Choice::reference, "transitions"), testing::HasSubstr("(none), found 'transitions'"));
}

TEST(DefaultReading, TakesTheFirstOfEveryChoice) {
    AuditCase audit = judged_by_transitions();
    audit.forest.canopy_pct = 12;
    const Reading reading = default_reading(audit);

    EXPECT_EQ(reading.route, Route::loss);
    EXPECT_EQ(reading.strata_map, 0U);
    EXPECT_EQ(reading.forest.canopy_pct, 12);
    EXPECT_EQ(reading.factors, 0U);
    EXPECT_EQ(reading.annualise, Annualise::linear);
    EXPECT_EQ(reading.intervals, Intervals::pooled);
    EXPECT_EQ(reading.arcs, Arcs::option_1);
    EXPECT_EQ(reading.areas, AreaModel::constant);
    EXPECT_EQ(reading.reference, 0U);
}

TEST(DefaultReading, NamesTheMapThatTheMapsRouteTakesWhateverMapIsListedFirst) {
    AuditCase audit = judged_by_transitions();
    audit.maps.push_back({"independent", 2016, StrataRole::independent, tests::small_legend()});
    audit.limits = {{Choice::strata, {{"independent", {}}, {"before", {}}}}};
    EXPECT_EQ(default_reading(audit).strata_map, 2U);

    audit.limits[Choice::route] = {{"maps", {}}};
    EXPECT_EQ(default_reading(audit).strata_map, 0U);
}

TEST(DefaultReading, KeepsTheDestinationsStockOnlyWhenEveryDestinationHasOne) {
    AuditCase audit = judged_by_transitions();
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);

    audit.factor_sets[0].stocks["crops"] = tests::stock(10);
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);

    audit.factor_sets[0].stocks["rubber"] = tests::stock(40);
    EXPECT_EQ(default_reading(audit).post, PostStock::post_stock);

    audit.transitions->strata.push_back({"water", StratumKind::non_forest});  // A class of the national table alone.
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);

    audit.factor_sets.clear();
    EXPECT_EQ(default_reading(audit).post, PostStock::zero);
}

TEST(OpenChoices, OpenTheDestinationsStockWhereAnyFactorSetHoldsAllAndPutItFirstWhereTheDefaultDoes) {
    AuditCase audit = judged_by_transitions();
    audit.factor_sets.push_back(audit.factor_sets[0]);
    give_all_stocks(audit.factor_sets[1]);
    EXPECT_THAT(open_choices(audit).post, ElementsAre(PostStock::zero, PostStock::post_stock));

    give_all_stocks(audit.factor_sets[0]);
    EXPECT_THAT(open_choices(audit).post, ElementsAre(PostStock::post_stock, PostStock::zero));
}

TEST(DefaultReading, HasNoStrataMapAndNoReferenceLevelWithoutThem) {
    EXPECT_EQ(default_reading(small_case({}, {})).strata_map, std::nullopt);
    EXPECT_EQ(default_reading(small_case({}, {})).reference, std::nullopt);
}

TEST(OpenChoices, HaveNoValuesAboutPixelsWhereNothingIsCounted) {
    for (const Choice choice : {Choice::strata, Choice::canopy_pct, Choice::canopy_rule, Choice::min_area}) {
        AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(1'000)}});
        audit.limits[choice] = {{"10", "audit.toml:30:12"}};
        EXPECT_EQ(
            tests::error_line([&] { return open_choices(audit); }),
            "audit_file: audit.toml:30:12: readings." + std::string(to_string(choice)) +
                ": expected no value, because an audit of tables alone counts no pixels, found '10'; leave it out");
    }
}

}  // namespace
}  // namespace reddline::accounting
