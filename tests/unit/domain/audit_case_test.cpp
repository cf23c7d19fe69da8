#include "domain/audit_case.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/empty_case.hpp"
#include "support/thrown_error.hpp"

namespace reddline {
namespace {

AuditCase case_of_two_zones_and_two_areas() {
    AuditCase audit = tests::empty_case();
    audit.zones.resize(2);
    audit.zones[0].zone.name = "project";
    audit.zones[1].zone.name = "belt";
    audit.crosstabs = {{0.0, Crosstab(2, 1)}, {0.5, Crosstab(2, 3)}};
    return audit;
}

TEST(AuditCase, FindsTheCrosstabOfAMinimumArea) {
    const AuditCase audit = case_of_two_zones_and_two_areas();
    EXPECT_EQ(audit.crosstab(0.0).maps(), 1U);
    EXPECT_EQ(audit.crosstab(0.5).maps(), 3U);
}

TEST(AuditCase, StopsAtAMinimumAreaThatWasNotCounted) {
    const AuditCase audit = case_of_two_zones_and_two_areas();
    EXPECT_EQ(tests::thrown_error([&] { return audit.crosstab(1.0); }).code(), ErrorCode::crosstab_mismatch);
}

/// A case of zones of these names and roles, in this order.
AuditCase case_of(const std::vector<std::pair<std::string, ZoneRole>>& zones) {
    AuditCase audit = tests::empty_case();
    for (const auto& [name, role] : zones)
        audit.zones.push_back({{name, role, name, ""}, 1, 0, {}, 0});
    return audit;
}

TEST(AuditCase, GivesEveryBeltWithoutAProjectToTheOnlyProject) {
    const AuditCase audit = case_of({{"belt a", ZoneRole::displacement_belt},
                                     {"project", ZoneRole::project},
                                     {"reference", ZoneRole::reference_region},
                                     {"belt b", ZoneRole::displacement_belt}});

    EXPECT_EQ(audit.belts_of(1), (std::vector<std::size_t>{0, 3}));
}

TEST(AuditCase, GivesABeltToTheProjectThatItNames) {
    AuditCase audit = case_of({{"project a", ZoneRole::project},
                               {"project b", ZoneRole::project},
                               {"belt a", ZoneRole::displacement_belt},
                               {"belt b", ZoneRole::displacement_belt},
                               {"belt", ZoneRole::displacement_belt}});
    audit.zones[1].zone.entry = "entry b";
    audit.zones[2].zone.project = "project a";
    audit.zones[3].zone.project = "entry b";  // A project that was split by an attribute goes by its entry.

    EXPECT_EQ(audit.belts_of(0), (std::vector<std::size_t>{2}));
    EXPECT_EQ(audit.belts_of(1), (std::vector<std::size_t>{3}));
}

TEST(AuditCase, FindsAZoneByItsName) {
    const AuditCase audit = case_of_two_zones_and_two_areas();
    EXPECT_EQ(audit.zone_index("project"), 0U);
    EXPECT_EQ(audit.zone_index("belt"), 1U);
    EXPECT_EQ(audit.zone_index("Belt"), std::nullopt);
}

TEST(AuditCase, HasPixelsUnlessATableDeclaresItsAreas) {
    AuditCase audit = tests::empty_case();
    EXPECT_TRUE(audit.has_pixels());

    audit.declared_areas = {{0, "evergreen", Hectares::of(1)}};
    EXPECT_FALSE(audit.has_pixels());
}

TEST(AuditCase, KnowsWhichZoneTheClaimSpeaksOf) {
    AuditCase audit = case_of_two_zones_and_two_areas();
    EXPECT_FALSE(audit.is_claimed(0));

    audit.claim = Claim{"project", {}, {}, {}, {}, {}, {}, "a test"};
    EXPECT_TRUE(audit.is_claimed(0));
    EXPECT_FALSE(audit.is_claimed(1));
}

StrataMap map_with(StrataRole role, const std::string& stratum, StratumKind kind) {
    StrataMap map{"a map", 2015, role, Legend()};
    map.legend.add("1", {stratum, kind});
    return map;
}

TEST(AuditCase, FindsTheDeclaredStrataOfAZone) {
    AuditCase audit = tests::empty_case();
    EXPECT_TRUE(audit.declared_in(0).empty());
    audit.declared_areas = {{0, "evergreen", Hectares::of(1)}, {2, "evergreen", Hectares::of(2)}, {2, "crops", {}}};
    EXPECT_EQ(audit.declared_in(0).size(), 1U);
    EXPECT_TRUE(audit.declared_in(1).empty());
    ASSERT_EQ(audit.declared_in(2).size(), 2U);
    EXPECT_EQ(audit.declared_in(2)[1].stratum, "crops");
}

TEST(AuditCase, AsksTheBaselineMapFirstWhatAStratumIs) {
    AuditCase audit = tests::empty_case();
    audit.maps = {map_with(StrataRole::independent, "rubber", StratumKind::forest),
                  map_with(StrataRole::baseline, "rubber", StratumKind::excluded),
                  map_with(StrataRole::monitoring, "bamboo", StratumKind::forest)};
    audit.transitions =
        TransitionTable{"national.csv", {{"bamboo", StratumKind::non_forest}, {"mangrove", StratumKind::forest}}, {}};

    EXPECT_EQ(audit.kind_of("rubber"), StratumKind::excluded);
    EXPECT_EQ(audit.kind_of("bamboo"), StratumKind::forest);  // Any map before the national classes.
    EXPECT_EQ(audit.kind_of("mangrove"), StratumKind::forest);
    EXPECT_EQ(audit.kind_of("pine"), std::nullopt);
}

TEST(AuditCase, FindsTheFactorsAndTheReferenceLevelOfAReading) {
    AuditCase audit = tests::empty_case();
    Reading reading;
    EXPECT_EQ(audit.factors_of(reading), nullptr);
    EXPECT_EQ(audit.reference_of(reading), nullptr);

    audit.factor_sets = {{"first.csv", {}}, {"second.csv", {}}};
    audit.references = {{"history", HistoryRule{"", {LossYear{2005}, LossYear{2009}}}},
                        {"transitions", NationalTransitions{}}};
    audit.transitions = TransitionTable{"national.csv", {}, {}};
    reading.reference = 0;
    EXPECT_EQ(audit.factors_of(reading)->name, "first.csv");
    EXPECT_EQ(audit.reference_of(reading)->name, "history");
    EXPECT_EQ(audit.transitions_of(reading), nullptr);  // The table is there, and has no part in this reading.

    reading.factors = 1;
    reading.reference = 1;
    EXPECT_EQ(audit.factors_of(reading)->name, "second.csv");
    EXPECT_EQ(audit.transitions_of(reading)->name, "national.csv");
}

}  // namespace
}  // namespace reddline
