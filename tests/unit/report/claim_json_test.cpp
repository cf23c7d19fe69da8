#include "report/claim_json.hpp"

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

TEST(ClaimJson, IsNullWithoutAClaim) {
    EXPECT_TRUE(claim_json(worked_case(), worked_result()).is_null());
}

TEST(ClaimJson, HoldsWhatIsClaimedItsLedgerAndTheSplit) {
    AuditCase audit = claimed_case();
    audit.claim->items[ClaimItem::reference_level] = TonnesCO2e::of(2'501.0);
    audit.claim->area = Hectares::of(16.0);
    const auto claim = read_back(claim_json(audit, claimed_result()));
    EXPECT_EQ(claim["zone"], "park");
    EXPECT_EQ(claim["strata"], "types-2020");
    EXPECT_EQ(claim["source"], "monitoring report 2021");
    EXPECT_EQ(claim["items_tCO2e"]["credits"], 2'000.0);
    EXPECT_EQ(claim["items_tCO2e"]["reference_level"], 2'501.0);
    EXPECT_FALSE(claim["items_tCO2e"].contains("reductions"));
    EXPECT_EQ(claim["area_ha"], 16.0);
    EXPECT_TRUE(claim["lost_area_ha"].is_null());
    EXPECT_EQ(claim["ledger"].size(), 3U);
    EXPECT_EQ(claim["ledger"][0]["stratum"], "evergreen");
    EXPECT_EQ(claim["ledger"][0]["year"], 2019);
    EXPECT_EQ(claim["ledger"][0]["reported_ha"], 1.0);
    EXPECT_EQ(claim["ledger"][0]["mapped_ha"], 2.0);
    EXPECT_TRUE(claim["ledger"][0]["estimated_ha"].is_null());
    EXPECT_EQ(claim["ledger"][0]["reported_tCO2e"], 440.0);
    EXPECT_EQ(claim["ledger"][0]["mapped_tCO2e"], 880.0);
    const auto& split = claim["splits"][0];
    EXPECT_EQ(split["claimed_kgCO2e"], 2'000'000);
    EXPECT_EQ(split["recomputed_kgCO2e"], 1'341'000);
    EXPECT_EQ(split["parts"][2]["part"], "strata");
    EXPECT_EQ(split["parts"][2]["amount_kgCO2e"], 605'000);
    EXPECT_EQ(split["parts"][5]["text"], "the claim does not state: reductions");
}

TEST(ClaimJson, HoldsNullForWhatIsNotKnown) {
    AuditCase audit = tables_case();
    audit.claim->zone.clear();
    audit.claim->lost_area = Hectares::of(4'000.0);
    const auto claim = read_back(claim_json(audit, tables_result()));
    EXPECT_TRUE(claim["zone"].is_null());
    EXPECT_TRUE(claim["strata"].is_null());
    EXPECT_EQ(claim["lost_area_ha"], 4'000.0);
    EXPECT_TRUE(claim["ledger"][0]["mapped_ha"].is_null());
    EXPECT_TRUE(claim["ledger"][0]["mapped_tCO2e"].is_null());
}

TEST(QuestionsJson, HoldMixesSharesRelabellingsBoundsAndBreakEvens) {
    const auto question = read_back(questions_json(claimed_case(), claimed_result()))[0];
    EXPECT_EQ(question["zone"], "park");
    EXPECT_EQ(question["mixes"][0]["source"], "expected");
    EXPECT_TRUE(question["mixes"][0]["strata"].is_null());
    EXPECT_EQ(question["mixes"][2]["strata"], "types-2017");
    EXPECT_EQ(question["mixes"][2]["elsewhere_ha"], 0.5);
    EXPECT_EQ(question["mixes"][1]["by_stratum"][0]["stratum"], "deciduous");
    EXPECT_EQ(question["mixes"][1]["by_stratum"][0]["area_ha"], 4.0);
    EXPECT_EQ(question["mixes"][1]["by_stratum"][0]["share"], 0.8);
    EXPECT_EQ(question["consistency_indexes"][0]["first_mix"], 1);
    EXPECT_EQ(question["consistency_indexes"][0]["second_mix"], 2);
    EXPECT_EQ(question["consistency_indexes"][0]["index"], 0.55);
    EXPECT_EQ(question["shares"][0]["from_strata"], "types-2020");
    EXPECT_EQ(question["shares"][0]["to"], "evergreen");
    EXPECT_EQ(question["shares"][0]["share"], 0.5);
    EXPECT_EQ(question["relabellings"][0]["strata"], "types-2017");
    EXPECT_EQ(question["relabellings"][0]["type_by_type"], true);
    EXPECT_EQ(question["relabellings"][0]["reported_tCO2e"], 1'320.0);
    EXPECT_EQ(question["relabellings"][0]["relabelled_tCO2e"], 1'760.0);
    EXPECT_EQ(question["bounds"]["lowest_tCO2e"], 1'100.0);
    EXPECT_EQ(question["bounds"]["highest_stratum"], "evergreen");
    EXPECT_EQ(question["break_even"]["share"], 0.375);
    EXPECT_EQ(question["claimed_break_even"]["lost_ha"], 5.0);
}

TEST(QuestionsJson, HoldNullForWhatIsNotKnown) {
    AuditResult results = worked_result();
    results.stratum_questions = {StratumQuestion{}};
    const auto question = read_back(questions_json(worked_case(), results))[0];
    EXPECT_TRUE(question["mixes"].empty());
    for (const char* unknown : {"bounds", "break_even", "claimed_break_even"})
        EXPECT_TRUE(question[unknown].is_null()) << unknown;
}

TEST(UnitsJson, HoldExpectationsAndTheReasonsOfRefusals) {
    AuditResult results = worked_result();
    const Reading reading = worked_reading(Route::loss, Arcs::option_1);
    const UnitExpectation expected{Hectares::of(20.0), TonnesCO2e::of(8'800.0), TonnesCO2e::of(17'600.0)};
    results.unit_references = {{"evergreen", reading, expected}, {"bamboo", reading, Refusal{"no factor"}}};
    const auto units = read_back(units_json(worked_case(), results));
    EXPECT_EQ(units[0]["stratum"], "evergreen");
    EXPECT_EQ(units[0]["factors"], "carbon.csv");
    EXPECT_EQ(units[0]["annualise"], "linear");
    EXPECT_FALSE(units[0].contains("route")) << "a reference level has no route";
    EXPECT_EQ(units[0]["status"], "computed");
    EXPECT_EQ(units[0]["lost_first_year_ha"], 20.0);
    EXPECT_EQ(units[0]["first_year_tCO2e"], 8'800.0);
    EXPECT_EQ(units[0]["period_tCO2e"], 17'600.0);
    EXPECT_EQ(units[1]["status"], "refused");
    EXPECT_EQ(units[1]["reason"], "no factor");
    EXPECT_FALSE(units[1].contains("period_tCO2e"));
}

}  // namespace
}  // namespace reddline::report
