#include "accounting/zone_history.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::Land;
using tests::small_case;

// The reference zone has 5,000 ha of deciduous forest at the start of 2005 and loses 100 ha in 2006 and 200 ha in 2009:
// 300 ha x 220 tCO2e/ha over five years is 13,200 tCO2e per year. The project has 8,000 ha left in 2019 and lost
// 500 ha of evergreen forest in 2007: 500 x 550 / 5 = 55,000 tCO2e per year.
std::vector<Land> project_and_reference() {
    return {{"project", "evergreen", "evergreen", 80, 0, 7'000}, {"project", "evergreen", "evergreen", 80, 2019, 1'000},
            {"project", "evergreen", "crops", 80, 2007, 500},    {"project", "evergreen", "evergreen", 10, 0, 4'000},
            {"reference", "deciduous", "crops", 80, 2004, 900},  {"reference", "deciduous", "crops", 80, 2006, 100},
            {"reference", "deciduous", "crops", 80, 2009, 200},  {"reference", "deciduous", "crops", 80, 2010, 700},
            {"reference", "deciduous", "crops", 80, 0, 4'000}};
}

AuditCase judged_by_history(const std::string& zone, HistoryScale scale = HistoryScale::forest_area) {
    AuditCase audit = small_case(project_and_reference());
    tests::judge_by_history(audit, {zone, {LossYear{2005}, LossYear{2009}}, scale});
    return audit;
}

/// Under the audit's last reference level.
Answer<ReferenceLevel> level_of(const AuditCase& audit, std::size_t zone, Route route = Route::loss) {
    Reading reading = default_reading(audit);
    reading.route = route;
    return level_of_history(tests::workings_of(audit, reading), zone, reading, *audit.references.back().history());
}

double yearly_tCO2e(const AuditCase& audit, std::size_t zone) {
    const auto level = level_of(audit, zone);
    EXPECT_DOUBLE_EQ(emission_of(level.value().years, LossYear{2019}).value(),
                     emission_of(level.value().years, LossYear{2020}).value());
    return emission_of(level.value().years, LossYear{2020}).value();
}

TEST(LevelOfHistory, CarriesAnotherZonesHistoryOverByForestArea) {
    // 13,200 x 8,000/5,000 = 21,120 tCO2e per year; loss of 2004 and 2010 lies outside the reference period.
    EXPECT_DOUBLE_EQ(yearly_tCO2e(judged_by_history("reference"), 0), 21'120);
}

TEST(LevelOfHistory, TakesAnotherZonesHistoryAsItIsWithoutAScale) {
    EXPECT_DOUBLE_EQ(yearly_tCO2e(judged_by_history("reference", HistoryScale::none), 0), 13'200);
}

TEST(LevelOfHistory, TakesAProjectsOwnHistoryAsItIs) {
    EXPECT_DOUBLE_EQ(yearly_tCO2e(judged_by_history("project"), 0), 55'000);
}

TEST(LevelOfHistory, TakesEveryZonesOwnHistoryWhereNoneIsNamed) {
    EXPECT_DOUBLE_EQ(yearly_tCO2e(judged_by_history(""), 0), 55'000);
    EXPECT_DOUBLE_EQ(yearly_tCO2e(judged_by_history(""), 1), 13'200);
}

TEST(LevelOfHistory, StaysThatOfTheLossProductByTheReportedRoute) {
    const AuditCase audit = judged_by_history("reference");

    EXPECT_DOUBLE_EQ(emission_of(level_of(audit, 0, Route::reported).value().years, LossYear{2019}).value(), 21'120);
}

TEST(MeanPastLoss, IsInHectaresWhateverCarbonTheyHeld) {
    // 300 ha in five years are 60 a year, carried over by 8,000/5,000 ha of forest.
    AuditCase audit = judged_by_history("reference");
    audit.factor_sets[0].stocks.erase("deciduous");
    const Reading reading = default_reading(audit);
    const auto past = mean_past_loss(tests::workings_of(audit, reading), 0, reading, *audit.references[0].history());

    EXPECT_DOUBLE_EQ(past.value().value(), 96);
}

TEST(LevelOfHistory, CarriesAProjectsHistoryOverToZonesThatAreNotItsBelts) {
    // The other zone has 4,000 ha at the start of 2019, the project had 12,500 - 4,000 = 8,500 ha at the start of 2005.
    EXPECT_DOUBLE_EQ(yearly_tCO2e(judged_by_history("project"), 1), 55'000.0 * 4'000 / 8'500);
}

TEST(LevelOfHistory, JudgesTheBeltOfAProjectByTheBeltsOwnHistory) {
    AuditCase audit = judged_by_history("project");
    audit.zones[1].zone.role = ZoneRole::displacement_belt;

    EXPECT_DOUBLE_EQ(yearly_tCO2e(audit, 1), 13'200);
}

TEST(LevelOfHistory, JudgesTheReferenceZoneByItsOwnHistoryUnscaled) {
    EXPECT_DOUBLE_EQ(yearly_tCO2e(judged_by_history("reference"), 1), 13'200);
}

TEST(LevelOfHistory, IsRefusedForChangeBetweenTwoMaps) {
    const AuditCase audit = judged_by_history("reference");

    EXPECT_EQ(level_of(audit, 0, Route::maps).refusal().reason,
              "the reference level is a history of the loss product; change between two maps is not set against it");
}

TEST(LevelOfHistory, KeepsTheAreaAndTheStratumOfTheHistory) {
    const AuditCase audit = judged_by_history("reference");
    const auto level = level_of(audit, 0);

    ASSERT_EQ(level.value().years.size(), 2U);
    EXPECT_EQ(level.value().years[0].stratum, "deciduous");
    EXPECT_DOUBLE_EQ(level.value().years[0].area->value(), 60 * 1.6);
    EXPECT_TRUE(level.value().left_out.empty());
}

TEST(LevelOfHistory, IsZeroWhereNothingWasLost) {
    AuditCase audit = judged_by_history("reference");
    audit.references = {{"history", HistoryRule{"reference", {LossYear{2012}, LossYear{2013}}}}};

    EXPECT_EQ(yearly_tCO2e(audit, 0), 0);
}

TEST(LevelOfHistory, IsRefusedForAnUnknownZone) {
    const AuditCase audit = judged_by_history("elsewhere");

    EXPECT_EQ(level_of(audit, 0).refusal().reason, "the reference zone 'elsewhere' is not among the zones");
}

TEST(LevelOfHistory, IsRefusedWhenTheReferenceZoneHasNoForest) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 5}, {"reference", "crops", "", 80, 0, 5}});
    tests::judge_by_history(audit, {"reference", {LossYear{2005}, LossYear{2009}}});

    EXPECT_EQ(level_of(audit, 0).refusal().reason, "the reference zone 'reference' has no forest");
}

TEST(LevelOfHistory, IsRefusedWithoutTheFactorOfTheReferenceZone) {
    AuditCase audit = judged_by_history("reference");
    audit.factor_sets[0].stocks.erase("deciduous");

    EXPECT_EQ(level_of(audit, 0).refusal().reason, "no carbon factor for 'deciduous' in carbon.csv");
}

}  // namespace
}  // namespace reddline::accounting
