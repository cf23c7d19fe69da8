#include "report/result_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;

const std::string mapping_by_loss = "route loss; strata types-2017; forest is canopy cover > 30 %";

/// Both routes: 2 ha of evergreen lost in 2019; the maps tell 1 ha that became cropland and half a hectare deciduous.
AuditResult with_activity() {
    AuditResult results = worked_result();
    const auto lost = [](std::optional<std::string> to, double area_ha, std::optional<Hectares> error) {
        return Activity{"evergreen", StratumKind::forest, std::move(to), LossYear{2019}, Hectares::of(area_ha), error};
    };
    results.activity = {{park, Route::loss, "types-2017", {lost(std::nullopt, 2.0, Hectares::of(0.25))}},
                        {park,
                         Route::maps,
                         "types-2017 > types-2020",
                         {lost("cropland", 1.0, Hectares::of(0.1)), lost("deciduous", 0.5, Hectares::of(0.1))}}};
    results.emissions = {
        {park, Route::loss, "types-2017", {{"evergreen", LossYear{2019}, Hectares::of(2.0), TonnesCO2e::of(880.0)}}}};
    return results;
}

const std::string default_choices = "; option-1; post-stock; reference level transitions; linear; pooled; static areas";

TEST(ActivityCsv, SumsAStratumAndYearOverItsDestinations) {
    EXPECT_EQ(activity_csv(worked_case(), with_activity()),
              "zone,route,strata,stratum,year,area_ha,standard_error_ha,reading,label\n"
              "park,loss,types-2017,evergreen,2019,2,0.25," +
                  mapping_by_loss +
                  ",\n"
                  "park,maps,types-2017 > types-2020,evergreen,2019,1.5,,route maps; strata types-2017,\n");
}

TEST(ActivityCsv, SpeaksOfNoMapWhereTheClaimReportsTheLoss) {
    AuditResult results = worked_result();
    results.activity = {
        {park,
         Route::reported,
         "types-2020",
         {{"deciduous", StratumKind::forest, std::nullopt, LossYear{2020}, Hectares::of(4.0), std::nullopt}}}};
    EXPECT_EQ(lines_of(activity_csv(claimed_case(), results))[1],
              "park,reported,types-2020,deciduous,2020,4,,route reported; areas and forest types as the claim states "
              "them,");
}

TEST(EmissionsCsv, NamesTheSourceOfTheFactor) {
    EXPECT_EQ(emissions_csv(worked_case(), with_activity()),
              "zone,route,strata,stratum,year,area_ha,emission_tCO2e,factor_source,reading,label\n"
              "park,loss,types-2017,evergreen,2019,2,880,Samreth et al. 2012," +
                  mapping_by_loss + default_choices + ",\n");
}

TEST(TransitionsCsv, LeavesAStratumEmptyWhereItsMapHasNoData) {
    AuditResult results = worked_result();
    results.transitions = {{park, 0, 1, 0, 2, ha(2)}, {park, 0, 1, 3, 0, ha(1)}};
    EXPECT_EQ(transitions_csv(worked_case(), results),
              "zone,from_strata,to_strata,from,to,pixels,area_ha,label\n"
              "park,types-2017,types-2020,evergreen,cropland,2,2,\n"
              "park,types-2017,types-2020,,evergreen,1,1,\n");
}

TEST(CarbonStockCsv, LeavesWhatIsNotKnownEmpty) {
    AuditResult results = worked_result();
    results.stocks = {
        {park, Route::loss, "types-2017", "evergreen", LossYear{2019}, Hectares::of(12.0), TonnesC::of(1'440.0), {}},
        {park, Route::loss, "types-2017", "bamboo", LossYear{2020}, Hectares::of(1.5), {}, {}},
        {park, Route::loss, "types-2017", "evergreen", LossYear{2020}, Hectares::of(10.0), TonnesC::of(1'200.0),
         TonnesC::of(-240.0)}};
    EXPECT_EQ(carbon_stock_csv(worked_case(), results),
              "zone,route,strata,stratum,year,forest_ha,carbon_stock_tC,yearly_change_tC,factor_source,reading,label\n"
              "park,loss,types-2017,evergreen,2019,12,1440,,Samreth et al. 2012," +
                  mapping_by_loss +
                  ",\n"
                  "park,loss,types-2017,bamboo,2020,1.5,,,," +
                  mapping_by_loss +
                  ",\n"
                  "park,loss,types-2017,evergreen,2020,10,1200,-240,Samreth et al. 2012," +
                  mapping_by_loss + ",\n");
}

TEST(CanopyCsv, ShowsBothRulesAndBothMinimumAreas) {
    AuditResult results = worked_result();
    results.canopy = {
        {park, {.canopy_pct = 10.0}, ha(5), ha(2), ha(1)},
        {park, {.canopy_pct = 12.5, .canopy_rule = CanopyRule::at_least, .min_area_ha = 0.5}, ha(4), ha(1), ha(2)}};
    EXPECT_EQ(canopy_csv(worked_case(), results),
              "zone,canopy_pct,canopy_rule,min_area_ha,forest_2000_ha,loss_ha,loss_outside_forest_ha,label\n"
              "park,10,greater,0,5,2,1,\n"
              "park,12.5,at-least,0.5,4,1,2,\n");
}

TEST(ReadingsCsv, ShowsAComputedARefusedAndAnUpperBoundReading) {
    EXPECT_EQ(
        readings_csv(worked_case(), worked_result()),
        "zone,route,strata,canopy_pct,canopy_rule,min_area_ha,factors,annualise,intervals,arcs,areas,post,reference,"
        "reference_level_tCO2e,project_emissions_tCO2e,displaced_tCO2e,reduction_tCO2e,deductions_tCO2e,credits,"
        "status,consistent,reason,label\n"
        "park,loss,types-2017,30,greater,0,carbon.csv,linear,pooled,option-1,static,post-stock,transitions,"
        "2001,500.25,10,1490.75,149.075,1341,computed,yes,,\n"
        "park,loss,types-2017,30,greater,0,carbon.csv,linear,pooled,option-2,static,post-stock,transitions,"
        "2100,,,,,,refused,,no factor for 'bamboo',\n"
        "park,maps,types-2017,,,,carbon.csv,linear,pooled,option-1,static,post-stock,transitions,"
        "2001,500.25,,1500.75,150.075,1350,upper-bound,yes,"
        "no displacement belt: loss that moved elsewhere is not counted,\n");
}

TEST(ReadingsCsv, LeavesMatrixChoicesEmptyForOtherReferenceLevels) {
    AuditResult results = worked_result();
    results.readings.resize(1, results.readings[0]);
    AuditCase audit = worked_case();
    audit.references = {{"rate-of-territory", LossRate{0.01, RateBase::territory, "a report"}}};
    // The loss product does not say what stands on the land afterwards, so arcs and post have no part either.
    EXPECT_THAT(readings_csv(audit, results), HasSubstr(",30,greater,0,carbon.csv,,,,,,rate-of-territory,2001,"));
    results.readings[0].reading.route = Route::maps;
    EXPECT_THAT(readings_csv(audit, results), HasSubstr(",carbon.csv,,,option-1,,post-stock,rate-of-territory,2001,"));
}

TEST(ReadingsCsv, MarksReadingsWhoseSidesAreNotTreatedAlike) {
    AuditResult results = worked_result();
    results.readings[0].caveats = {Caveat::other_strata};
    EXPECT_THAT(readings_csv(worked_case(), results),
                HasSubstr(",1341,computed,no,the forest types of the reported loss are not known to be those of the "
                          "reference level's map,\n"));
}

TEST(ReadingsCsv, CallsCreditsAnUpperBoundWhereABeltIsNotReported) {
    AuditResult results = worked_result();
    CreditTotals totals = worked_statement().totals;
    totals.unseen_belts = 2;
    results.readings[0].answer = totals;
    EXPECT_THAT(readings_csv(worked_case(), results),
                HasSubstr(",10,1490.75,149.075,1341,upper-bound,yes,the route says nothing about 2 belts: loss that "
                          "moved there is not counted,\n"));
}

TEST(ReadingsCsv, LeavesMapsAndCanopyEmptyWhereNothingWasCounted) {
    EXPECT_EQ(
        lines_of(readings_csv(tables_case(), tables_result()))[1],
        "park,reported,,,,,carbon.csv,linear,pooled,option-1,static,zero,transitions,2001,500.25,,1500.75,150.075,"
        "1350,upper-bound,yes,no displacement belt: loss that moved elsewhere is not counted,");
}

TEST(EmissionsCsv, LeavesHectaresEmptyWhereOnlyTheEmissionIsKnown) {
    AuditResult results = worked_result();
    results.emissions = {{park, Route::loss, "types-2017", {{"", LossYear{2019}, std::nullopt, TonnesCO2e::of(7.0)}}}};
    EXPECT_THAT(emissions_csv(worked_case(), results), HasSubstr("\npark,loss,types-2017,,2019,,7,,"));
}

TEST(LedgerCsv, HoldsThePostingsOfTheDefaultReadingThatSumToZero) {
    const std::vector<std::string> lines = lines_of(ledger_csv(worked_case(), worked_result()));
    ASSERT_EQ(lines.size(), 9U) << "the header and eight postings; other readings have no ledger here";
    const std::string reading = mapping_by_loss + default_choices;
    EXPECT_EQ(lines[0], "zone,period_start,period_end,account,year,amount_kgCO2e,text,reading,label");
    EXPECT_EQ(lines[1], "park,2019-01-01,2020-12-31,reference_emissions,2019,1000500,expected," + reading + ",");
    EXPECT_EQ(lines[7], "park,2019-01-01,2020-12-31,credits,,-1341000,\"whole tonnes, rounded down\"," + reading + ",");
}

TEST(LedgerCsv, IsItsHeaderWhereTheDefaultReadingIsRefused) {
    EXPECT_EQ(lines_of(ledger_csv(worked_case(), refused_result("no factors"))).size(), 1U);
}

TEST(FindingsCsv, ListsFindingsAsTheyCame) {
    EXPECT_EQ(findings_csv(worked_result().findings),
              "code,severity,subject,message,evidence\n"
              "part_year,note,monitoring period,A note.,2019\n"
              "data_gap,warning,park,A warning.,3 pixels\n");
}

TEST(ResultTables, CarryTheLabelInEveryRow) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    audit.factor_sets[0].stocks["pine"].add({"total", TonnesCPerHa::of(1.0), {}, "demonstration value"});
    AuditResult results = with_activity();
    results.transitions = {{park, 0, 1, 0, 2, ha(2)}};
    results.canopy = {{park, {.canopy_pct = 10.0}, ha(5), ha(2), ha(1)}};
    results.stocks = {{park, Route::loss, "types-2017", "evergreen", LossYear{2019}, Hectares::of(1.0), {}, {}}};
    const auto expect_label = [](const std::string& csv, const std::string& label) {
        const std::vector<std::string> lines = lines_of(csv);
        EXPECT_GT(lines.size(), 1U);
        EXPECT_TRUE(lines[0].ends_with(",label")) << lines[0];
        for (std::size_t i = 1; i < lines.size(); ++i)
            EXPECT_TRUE(lines[i].ends_with("," + label)) << lines[i];
    };
    // No carbon factor enters areas alone.
    for (const std::string& csv :
         {activity_csv(audit, results), transitions_csv(audit, results), canopy_csv(audit, results)}) {
        expect_label(csv, "synthetic landscape");
    }
    for (const std::string& csv : {emissions_csv(audit, results), carbon_stock_csv(audit, results),
                                   readings_csv(audit, results), ledger_csv(audit, results)}) {
        expect_label(csv, "synthetic landscape; demonstration factors");
    }
}

}  // namespace
}  // namespace reddline::report
