#include "accounting/national_share.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::Land;
using tests::small_case;

// At the start of 2019 the project holds 1,000 ha of evergreen and 500 ha of deciduous forest: 1,500 ha, and
// 1,000 x 150 + 500 x 60 = 180,000 tC. From 2010 to 2014 it lost 40 ha of evergreen and 20 ha of deciduous forest: 60/5 =
// 12 ha and (40 x 550 + 20 x 220)/5 = 5,280 tCO2e a year. The nation holds 6,000 ha of deciduous forest, 360,000 tC, and lost
// 200 ha of it: 40 ha and 200 x 220/5 = 8,800 tCO2e a year.
std::vector<Land> project_and_nation() {
    return {{"project", "evergreen", "evergreen", 80, 0, 1'000}, {"project", "evergreen", "crops", 80, 2010, 40},
            {"project", "deciduous", "crops", 80, 2014, 20},     {"project", "deciduous", "crops", 80, 2019, 500},
            {"project", "crops", "crops", 80, 2012, 70},         {"nation", "deciduous", "deciduous", 80, 0, 6'000},
            {"nation", "deciduous", "crops", 80, 2012, 200}};
}

NationalLevel level(ShareKey key, std::optional<double> total, const std::string& jurisdiction = "") {
    return {TonnesCO2e::of(300'000),
            key,
            total,
            jurisdiction,
            HistoryRule{"", {LossYear{2010}, LossYear{2014}}, HistoryScale::none},
            "a test"};
}

Answer<ReferenceLevel> answer_of(const AuditCase& audit, const NationalLevel& national, Route route = Route::loss) {
    Reading reading = default_reading(audit);
    reading.route = route;
    return level_of_nation(tests::workings_of(audit, reading), 0, reading, national);
}

double yearly_tCO2e(const NationalLevel& national) {
    const AuditCase audit = small_case(project_and_nation());
    return emission_of(answer_of(audit, national).value().years, LossYear{2020}).value();
}

TEST(LevelOfNation, SharesByEachKeyWhereTheNationsTotalIsGiven) {
    EXPECT_DOUBLE_EQ(yearly_tCO2e(level(ShareKey::forest_area, 15'000)), 30'000);        // 1,500/15,000 of 300,000
    EXPECT_DOUBLE_EQ(yearly_tCO2e(level(ShareKey::carbon_stock, 900'000)), 60'000);      // 180,000/900,000
    EXPECT_DOUBLE_EQ(yearly_tCO2e(level(ShareKey::past_area_change, 240)), 15'000);      // 12/240
    EXPECT_DOUBLE_EQ(yearly_tCO2e(level(ShareKey::past_stock_change, 52'800)), 30'000);  // 5,280/52,800
}

TEST(LevelOfNation, SharesByEachKeyWhereAZoneIsTheNation) {
    const auto by_zone = [](ShareKey key) { return yearly_tCO2e(level(key, {}, "nation")); };

    EXPECT_DOUBLE_EQ(by_zone(ShareKey::forest_area), 75'000);         // 1,500/6,000
    EXPECT_DOUBLE_EQ(by_zone(ShareKey::carbon_stock), 150'000);       // 180,000/360,000
    EXPECT_DOUBLE_EQ(by_zone(ShareKey::past_area_change), 90'000);    // 12/40
    EXPECT_DOUBLE_EQ(by_zone(ShareKey::past_stock_change), 180'000);  // 5,280/8,800
}

TEST(LevelOfNation, TakesAGivenTotalOverTheZone) {
    EXPECT_DOUBLE_EQ(yearly_tCO2e(level(ShareKey::forest_area, 15'000, "nation")), 30'000);
}

TEST(LevelOfNation, TakesThePastOfAReferenceZoneCarriedOverByForestArea) {
    // The reference zone had 3,000 ha at the start of 2010 and lost 30 ha, 6 a year: for 1,500 ha that is 3 ha a year.
    std::vector<Land> land = project_and_nation();
    land.push_back({"reference", "deciduous", "", 80, 2011, 30});
    land.push_back({"reference", "deciduous", "", 80, 0, 2'970});
    const AuditCase audit = small_case(land);
    NationalLevel national = level(ShareKey::past_area_change, 300);
    national.history = HistoryRule{"reference", {LossYear{2010}, LossYear{2014}}, HistoryScale::forest_area};
    EXPECT_DOUBLE_EQ(emission_of(answer_of(audit, national).value().years, LossYear{2019}).value(), 3'000);

    national.key = ShareKey::past_stock_change;  // 3 ha x 220 = 660 of 6,600 tCO2e a year.
    national.total = 6'600;
    EXPECT_DOUBLE_EQ(emission_of(answer_of(audit, national).value().years, LossYear{2019}).value(), 30'000);
}

TEST(LevelOfNation, KnowsNoForestTypesAndNoAreas) {
    const AuditCase audit = small_case(project_and_nation());
    const auto answer = answer_of(audit, level(ShareKey::forest_area, 15'000));

    ASSERT_EQ(answer.value().years.size(), 2U);
    for (const StratumYear& row : answer.value().years) {
        EXPECT_EQ(row.stratum, "");
        EXPECT_EQ(row.area, std::nullopt);
    }
    EXPECT_EQ(answer.value().years[0].year, LossYear{2019});
    EXPECT_EQ(answer.value().years[1].year, LossYear{2020});
}

TEST(LevelOfNation, TakesTheClassesOfTheMapByTheMapsRoute) {
    // The baseline map shows 1,040 + 520 ha of forest in the project, whatever was lost.
    const AuditCase audit = small_case(project_and_nation());
    const auto answer = answer_of(audit, level(ShareKey::forest_area, 15'600), Route::maps);

    EXPECT_DOUBLE_EQ(answer.value().years[0].emission.value(), 30'000);
}

TEST(LevelOfNation, IsRefusedByPastChangeForChangeBetweenTwoMaps) {
    const AuditCase audit = small_case(project_and_nation());
    for (const ShareKey key : {ShareKey::past_area_change, ShareKey::past_stock_change}) {
        EXPECT_EQ(answer_of(audit, level(key, 1), Route::maps).refusal().reason,
                  "the reference level is a history of the loss product; change between two maps is not set against "
                  "it");
    }
}

TEST(LevelOfNation, IsRefusedByPastChangeWithoutAHistory) {
    NationalLevel national = level(ShareKey::past_area_change, 1);
    national.history.reset();

    EXPECT_EQ(answer_of(small_case(project_and_nation()), national).refusal().reason,
              "the key past-area-change needs a history");
}

TEST(LevelOfNation, NeedsFactorsOnlyForWhatHoldsOrEmitsCarbon) {
    AuditCase audit = small_case(project_and_nation());
    audit.factor_sets[0].stocks.erase("deciduous");
    const auto refusal_of = [&](ShareKey key) { return answer_of(audit, level(key, 100)).refusal().reason; };

    EXPECT_EQ(refusal_of(ShareKey::carbon_stock), "no carbon factor for 'deciduous' in carbon.csv");
    EXPECT_EQ(refusal_of(ShareKey::past_stock_change), "no carbon factor for 'deciduous' in carbon.csv");
    EXPECT_TRUE(answer_of(audit, level(ShareKey::forest_area, 1'000'000)).given());
    EXPECT_TRUE(answer_of(audit, level(ShareKey::past_area_change, 1'000'000)).given());
}

TEST(LevelOfNation, IsRefusedWhereTheZoneHoldsMoreThanTheNation) {
    const AuditCase audit = small_case(project_and_nation());

    EXPECT_THAT(
        answer_of(audit, level(ShareKey::forest_area, 0.1)).refusal().reason,
        testing::HasSubstr("holds more than the nation's total of the key forest-area: check the total and its unit"));
}

TEST(LevelOfNation, IsRefusedWhereTheNationHasNothingToShareBy) {
    std::vector<Land> land = project_and_nation();
    land.push_back({"bare", "crops", "", 0, 0, 5});
    const AuditCase audit = small_case(land);

    EXPECT_EQ(answer_of(audit, level(ShareKey::forest_area, {}, "bare")).refusal().reason,
              "the nation's total of the key forest-area is 0");
    EXPECT_EQ(answer_of(audit, level(ShareKey::forest_area, {}, "elsewhere")).refusal().reason,
              "the zone 'elsewhere' is not among the zones");
}

TEST(LevelOfNation, SharesByDeclaredAreasWhereNothingWasCounted) {
    AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(300)}});
    tests::judge_by_transitions(audit, tests::one_national_year());

    EXPECT_DOUBLE_EQ(answer_of(audit, level(ShareKey::forest_area, 3'000)).value().years[0].emission.value(), 30'000);
    EXPECT_EQ(answer_of(audit, level(ShareKey::past_area_change, 1)).refusal().reason,
              "a history needs counted pixels: give [loss] and [[zones]]");
}

}  // namespace
}  // namespace reddline::accounting
