#include "report/reading_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

/// What a program reads of it.
nlohmann::json read_back(const nlohmann::ordered_json& json) {
    return nlohmann::json::parse(json.dump());
}

TEST(JsonNumber, IsNullWhereTheValueIsNotKnown) {
    EXPECT_EQ(json_number(0.0).dump(), "0.0");
    EXPECT_TRUE(json_number(std::optional<double>{}).is_null());
    EXPECT_EQ(json_number(std::optional(Hectares::of(2.5))).get<double>(), 2.5);
    EXPECT_TRUE(json_number(std::optional<Hectares>{}).is_null());
}

TEST(ReadingJson, HoldsTheChoicesThatHaveAPart) {
    const auto json = read_back(reading_json(worked_case(), worked_reading(Route::loss, Arcs::option_1)));
    EXPECT_EQ(json["route"], "loss");
    EXPECT_EQ(json["strata"], "types-2017");
    EXPECT_EQ(json["canopy_pct"], 30.0);
    EXPECT_EQ(json["min_area_ha"], 0.0);
    EXPECT_EQ(json["connectivity"], 8);
    EXPECT_EQ(json["reference"], "transitions");
    const auto by_maps = read_back(reading_json(worked_case(), worked_reading(Route::maps, Arcs::option_1)));
    for (const char* choice : {"canopy_pct", "canopy_rule", "min_area_ha", "connectivity"})
        EXPECT_FALSE(by_maps.contains(choice)) << choice;
}

TEST(ReadingsJson, HoldAmountsUnderNamesThatEndInTheirUnit) {
    const auto reading = read_back(readings_json(worked_case(), worked_result()))[0];
    EXPECT_EQ(reading["zone"], "park");
    EXPECT_EQ(reading["reading"]["arcs"], "option-1");
    EXPECT_EQ(reading["status"], "computed");
    EXPECT_EQ(reading["reference_level_tCO2e"], 2'001.0);
    EXPECT_EQ(reading["project_emissions_tCO2e"], 500.25);
    EXPECT_EQ(reading["displaced_tCO2e"], 10.0);
    EXPECT_EQ(reading["reduction_tCO2e"], 1'490.75);
    EXPECT_EQ(reading["deductions_tCO2e"], 149.075);
    EXPECT_EQ(reading["credits_tCO2e"], 1'341);
    EXPECT_EQ(reading["consistent"], true);
    EXPECT_EQ(reading["reason"], "");
}

TEST(ReadingsJson, KeepWhatWasExpectedOfARefusedReadingAndNoOtherAmount) {
    const auto reading = read_back(readings_json(worked_case(), worked_result()))[1];
    EXPECT_EQ(reading["status"], "refused");
    EXPECT_EQ(reading["reason"], "no factor for 'bamboo'");
    EXPECT_EQ(reading["reference_level_tCO2e"], 2'100.0);
    EXPECT_FALSE(reading.contains("credits_tCO2e"));
    EXPECT_FALSE(reading.contains("consistent"));
    const auto unknown = read_back(readings_json(worked_case(), refused_result("no factors")))[1];
    EXPECT_TRUE(unknown["reference_level_tCO2e"].is_null());
}

TEST(ReadingsJson, CallCreditsWithoutABeltAnUpperBoundAndDisplacementNull) {
    AuditResult results = worked_result();
    results.readings[2].caveats = {Caveat::other_strata};
    const auto reading = read_back(readings_json(worked_case(), results))[2];
    EXPECT_EQ(reading["status"], "upper-bound");
    EXPECT_TRUE(reading["displaced_tCO2e"].is_null());
    EXPECT_EQ(reading["consistent"], false);
    EXPECT_EQ(reading["reason"],
              "no displacement belt: loss that moved elsewhere is not counted; the forest types of the reported loss "
              "are not known to be those of the reference level's map");
}

TEST(SummariesJson, HoldSpreadAndEffects) {
    const auto summary = read_back(summaries_json(claimed_case(), claimed_result()))[0];
    EXPECT_EQ(summary["zone"], "park");
    EXPECT_EQ(summary["refused"], 1);
    EXPECT_EQ(summary["all"]["readings"], 2);
    EXPECT_EQ(summary["all"]["lowest_credits_tCO2e"], 1'341);
    EXPECT_EQ(summary["all"]["median_credits_tCO2e"], 1'345.5);
    EXPECT_EQ(summary["all"]["highest_credits_tCO2e"], 1'350);
    EXPECT_EQ(summary["all"]["at_or_above_claim"], 0);
    EXPECT_EQ(summary["all"]["nearest_to_claim"], 2);
    EXPECT_EQ(summary["effects"][0]["choice"], "route");
    EXPECT_EQ(summary["effects"][0]["groups"], 1);
    EXPECT_EQ(summary["effects"][0]["mean_range_tCO2e"], 9.0);
    EXPECT_EQ(summary["effects"][0]["largest_range_tCO2e"], 9.0);
    EXPECT_EQ(summary["effects"][0]["mean_range_reduction_tCO2e"], 10.0);
}

TEST(SummariesJson, AreNullWhereNothingIsKnown) {
    const auto without_claim = read_back(summaries_json(worked_case(), worked_result()))[0];
    EXPECT_TRUE(without_claim["all"]["at_or_above_claim"].is_null());
    EXPECT_TRUE(without_claim["all"]["nearest_to_claim"].is_null());
    const auto refused = read_back(summaries_json(worked_case(), refused_result("no factors")))[0];
    EXPECT_TRUE(refused["all"].is_null());
    EXPECT_TRUE(refused["consistent"].is_null());
    EXPECT_TRUE(refused["effects"].empty());
}

TEST(StatementsJson, HoldYearsStrataAndLedger) {
    const auto statement = read_back(statements_json(worked_case(), worked_result()))[0];
    EXPECT_EQ(statement["zone"], "park");
    EXPECT_EQ(statement["credits_tCO2e"], 1'341);
    EXPECT_EQ(statement["years"][1]["displaced_unclamped_tCO2e"], -5.0);
    EXPECT_EQ(statement["strata"][0]["observed_area_ha"], 3.0);
    EXPECT_EQ(statement["strata"][0]["expected_area_ha"], 5.0);
    EXPECT_EQ(statement["ledger"][7]["amount_kgCO2e"], -675);
    EXPECT_EQ(statement["left_out_transitions"][0], "bamboo > evergreen");
}

TEST(StatementsJson, DoNotKnowDisplacementWithoutABeltNorExpectationWithoutForestTypes) {
    AuditResult results = worked_result();
    Statement statement = statement_without_belt();
    statement.strata[0].expected_area.reset();
    statement.strata[0].expected_emission.reset();
    results.statements[0].answer = statement;
    const auto json = read_back(statements_json(worked_case(), results))[0];
    EXPECT_EQ(json["status"], "upper-bound");
    EXPECT_TRUE(json["years"][0]["displaced_tCO2e"].is_null());
    EXPECT_TRUE(json["strata"][0]["expected_area_ha"].is_null());
    EXPECT_TRUE(json["strata"][0]["expected_emission_tCO2e"].is_null());
}

TEST(StatementsJson, HoldTheReasonOfARefusal) {
    const auto json = read_back(statements_json(worked_case(), refused_result("no factors")))[0];
    EXPECT_EQ(json["status"], "refused");
    EXPECT_EQ(json["reason"], "no factors");
    EXPECT_FALSE(json.contains("years"));
}

}  // namespace
}  // namespace reddline::report
