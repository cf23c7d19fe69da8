#include "domain/reading_scope.hpp"

#include <gmock/gmock.h>

#include "support/empty_case.hpp"
#include "support/sample_evidence_case.hpp"

namespace reddline {
namespace {

/// Pixels, two maps, factors, a flat rate (reference 0) and transitions (reference 1).
AuditCase case_with_everything() {
    AuditCase audit = tests::empty_case();
    audit.maps = {{"before", 2017, StrataRole::baseline, Legend()}, {"after", 2020, StrataRole::monitoring, Legend()}};
    audit.factor_sets = {{"carbon.csv", {}}};
    audit.transitions =
        TransitionTable{"national.csv", {{"deciduous", StratumKind::forest}, {"crops", StratumKind::non_forest}}, {}};
    audit.references = {{"rate", LossRate{0.1, RateBase::forest, "a test"}}, {"transitions", NationalTransitions{}}};
    audit.claim = Claim{"project", {}, {}, {}, {}, {}, {}, "a test"};
    return audit;
}

void report(AuditCase& audit, std::optional<std::string> to) {
    audit.claim->losses = {{"project", "evergreen", std::move(to), LossYear{2019}, Hectares::of(1)}};
}

Reading reading_of(Route route, std::size_t reference) {
    Reading reading;
    reading.route = route;
    reading.reference = reference;
    return reading;
}

std::vector<Choice> parts_of(const AuditCase& audit, const Reading& reading) {
    std::vector<Choice> parts;
    for (const Choice choice : all_choices()) {
        if (has_part(audit, reading, choice)) parts.push_back(choice);
    }
    return parts;
}

using testing::ElementsAre;
using enum Choice;

TEST(HasPart, LeavesAFlatRateByLossWithTheForestRuleAndTheFactors) {
    const AuditCase audit = case_with_everything();

    EXPECT_THAT(parts_of(audit, reading_of(Route::loss, 0)),
                ElementsAre(route, strata, canopy_pct, canopy_rule, min_area, factors, reference));
}

TEST(HasPart, GivesTransitionsTheirOwnChoices) {
    const AuditCase audit = case_with_everything();

    EXPECT_THAT(parts_of(audit, reading_of(Route::loss, 1)),
                ElementsAre(route, strata, canopy_pct, canopy_rule, min_area, factors, annualise, intervals, arcs,
                            areas, post, reference));
}

TEST(HasPart, LetsTheMapsRouteKnowDestinationsAndNoCanopy) {
    const AuditCase audit = case_with_everything();

    EXPECT_THAT(parts_of(audit, reading_of(Route::maps, 0)),
                ElementsAre(route, strata, factors, arcs, post, reference));
}

TEST(HasPart, AsksAClaimWhetherItKnowsDestinations) {
    AuditCase audit = case_with_everything();
    report(audit, {});
    EXPECT_FALSE(has_part(audit, reading_of(Route::reported, 0), post));

    report(audit, "crops");
    EXPECT_TRUE(has_part(audit, reading_of(Route::reported, 0), post));
}

TEST(HasPart, AsksASampleWhetherItKnowsDestinations) {
    AuditCase audit = case_with_everything();
    audit.sample = tests::two_losses();
    EXPECT_TRUE(has_part(audit, reading_of(Route::sample, 0), post));

    audit.sample->changes[0].to.reset();
    EXPECT_FALSE(has_part(audit, reading_of(Route::sample, 0), post));
}

TEST(ObservesDegradation, OfASampleTakesAForestAsDestination) {
    AuditCase audit = case_with_everything();
    audit.sample = tests::two_losses();
    EXPECT_FALSE(observes_degradation(audit, Route::sample));

    audit.sample->changes[0].to = "deciduous";
    EXPECT_TRUE(observes_degradation(audit, Route::sample));
}

TEST(ObservesZone, IsWhatAClaimOrASampleSpeaksOf) {
    AuditCase audit = case_with_everything();
    audit.zones = {{{"project", ZoneRole::project, "project", ""}, 1, 0, {}, 0},
                   {{"belt", ZoneRole::displacement_belt, "belt", ""}, 1, 0, {}, 0}};
    EXPECT_FALSE(observes_zone(audit, Route::sample, 0));
    EXPECT_FALSE(observes_zone(audit, Route::reported, 0));
    EXPECT_TRUE(observes_zone(audit, Route::loss, 1));

    audit.sample = tests::two_losses();
    report(audit, {});
    EXPECT_TRUE(observes_zone(audit, Route::sample, 0));
    EXPECT_FALSE(observes_zone(audit, Route::sample, 1));
    EXPECT_TRUE(observes_zone(audit, Route::reported, 0));
    EXPECT_FALSE(observes_zone(audit, Route::reported, 1));
}

TEST(HasPart, LeavesTablesAloneWithoutMapsAndForestRule) {
    AuditCase audit = case_with_everything();
    audit.maps.clear();
    audit.declared_areas = {{0, "deciduous", Hectares::of(1)}};

    EXPECT_THAT(parts_of(audit, reading_of(Route::reported, 0)), ElementsAre(route, factors, reference));
}

TEST(ObservesDestinations, ByTwoMapsOrAClaimThatNamesThem) {
    AuditCase audit = case_with_everything();
    EXPECT_FALSE(observes_destinations(audit, Route::loss));
    EXPECT_TRUE(observes_destinations(audit, Route::maps));
    EXPECT_FALSE(observes_destinations(audit, Route::reported));

    report(audit, "crops");
    EXPECT_TRUE(observes_destinations(audit, Route::reported));

    audit.claim.reset();
    EXPECT_FALSE(observes_destinations(audit, Route::reported));
}

TEST(ObservesDegradation, ByTwoMapsOrAClaimThatNamesAForestAsDestination) {
    AuditCase audit = case_with_everything();
    report(audit, "crops");
    EXPECT_FALSE(observes_degradation(audit, Route::loss));
    EXPECT_TRUE(observes_degradation(audit, Route::maps));
    EXPECT_FALSE(observes_degradation(audit, Route::reported));

    report(audit, "deciduous");
    EXPECT_TRUE(observes_degradation(audit, Route::reported));
}

TEST(WithoutIdleChoices, MakesReadingsOfOneMeaningEqual) {
    const AuditCase audit = case_with_everything();
    const Reading standard = reading_of(Route::loss, 1);
    Reading one = reading_of(Route::loss, 0);
    one.annualise = Annualise::compound;
    one.areas = AreaModel::markov;
    one.forest.canopy_pct = 50;
    const Reading meant = without_idle_choices(audit, one, standard);

    EXPECT_EQ(meant.annualise, Annualise::linear);
    EXPECT_EQ(meant.areas, AreaModel::constant);
    EXPECT_EQ(meant.forest.canopy_pct, 50);
    EXPECT_EQ(meant.reference, 0U);
}

TEST(WithoutIdleChoices, NamesTheEarlierMapOfTheMapsRouteWhateverTheStandardNames) {
    const AuditCase audit = case_with_everything();
    Reading standard = reading_of(Route::loss, 1);
    standard.strata_map = 1;
    Reading one = reading_of(Route::maps, 1);
    one.strata_map = 1;
    one.forest.canopy_pct = 50;

    EXPECT_EQ(without_idle_choices(audit, one, standard).strata_map, 0U);
    EXPECT_EQ(without_idle_choices(audit, one, standard).forest, standard.forest);
}

}  // namespace
}  // namespace reddline
