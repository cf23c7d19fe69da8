#include "report/json_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

nlohmann::json parsed(const AuditCase& audit, const AuditResult& results) {
    return nlohmann::json::parse(audit_json(english(), audit, results));
}

TEST(AuditJson, HoldsTheCaseAndItsDefaultReading) {
    const auto json = parsed(worked_case(), worked_result());
    EXPECT_EQ(json["title"], "Worked by hand");
    EXPECT_EQ(json["release"], "GFC-2020-v1.8");
    EXPECT_EQ(json["forest"], "canopy cover > 30 %");
    EXPECT_EQ(json["monitoring"]["days"], 731);  // 365 and, in 2020, 366
    EXPECT_EQ(json["default_reading"]["route"], "loss");
    EXPECT_EQ(json["default_reading"]["canopy_rule"], "greater");
    EXPECT_EQ(json["default_reading"]["annualise"], "linear");
}

TEST(AuditJson, HoldsAllSectionsInOneOrder) {
    std::vector<std::string> keys;
    const auto json = nlohmann::ordered_json::parse(audit_json(english(), worked_case(), worked_result()));
    for (const auto& [key, value] : json.items())
        keys.push_back(key);
    EXPECT_THAT(keys, testing::ElementsAre("schema", "title", "label", "release", "forest", "forest_types",
                                           "monitoring", "default_reading", "pixels", "zones", "claim",
                                           "stratum_questions", "statements", "readings_summary", "readings",
                                           "uncertainty", "unit_references", "activity", "emissions", "transitions",
                                           "carbon_stocks", "canopy", "factors", "missing", "findings", "report"));
}

TEST(AuditJson, HoldsNothingOfPixelsWhereNothingWasCounted) {
    const auto json = parsed(tables_case(), tables_result());
    EXPECT_TRUE(json["release"].is_null());
    EXPECT_TRUE(json["forest"].is_null()) << "a canopy threshold of 0 % would be a statement";
    EXPECT_TRUE(json["pixels"].empty());
    EXPECT_TRUE(json["zones"].empty());
    EXPECT_FALSE(json["default_reading"].contains("canopy_pct"));
    EXPECT_EQ(json["statements"][0]["credits_tCO2e"], 1'350);
}

TEST(AuditJson, HoldsPixelsByOutcomeWithoutWhatSurroundsTheZones) {
    const auto table = parsed(worked_case(), worked_result())["pixels"][0];
    EXPECT_EQ(table["pixels_in_zones_by_outcome"]["water"]["pixels"], 3);
    EXPECT_EQ(table["pixels_in_zones_by_outcome"]["counted"]["area_cm2"], 1'300'000'000);
    EXPECT_FALSE(table["pixels_in_zones_by_outcome"].contains("outside_zones"));
}

TEST(AuditJson, HoldsTheLossOfEveryZoneByStratumAndYear) {
    const auto zone = parsed(worked_case(), worked_result())["zones"][0];
    EXPECT_EQ(zone["role"], "project");
    EXPECT_EQ(zone["inside"]["area_ha"], 16.0);
    EXPECT_EQ(zone["strata"].size(), 3U) << "strata without canopy in 2000 are left out";
    EXPECT_EQ(zone["strata"][0]["loss_ha_by_year"]["2019"], 2.0);
    EXPECT_EQ(zone["strata"][0]["loss_ha_by_year"]["2020"], 0.0);
    EXPECT_EQ(zone["strata"][1]["is_forest_stratum"], false);
}

TEST(AuditJson, HoldsStocksFindingsAndWhatIsMissing) {
    AuditResult results = worked_result();
    results.missing = {{"deductions", "the programme's rules", "what is held back"}};
    results.stocks = {
        {park, Route::loss, "types-2017", "evergreen", LossYear{2019}, Hectares::of(1.0), TonnesC::of(120.0), {}}};
    const auto json = parsed(worked_case(), results);
    EXPECT_EQ(json["carbon_stocks"][0]["carbon_stock_tC"], 120.0);
    EXPECT_TRUE(json["carbon_stocks"][0]["yearly_change_tC"].is_null());
    EXPECT_EQ(json["findings"][1]["code"], "data_gap");
    EXPECT_EQ(json["findings"][1]["severity"], "warning");
    EXPECT_EQ(json["missing"][0]["input"], "deductions");
    EXPECT_EQ(json["missing"][0]["document"], "the programme's rules");
    EXPECT_EQ(json["missing"][0]["decides"], "what is held back");
}

TEST(AuditJson, HoldsActivityEmissionsTransitionsAndCanopy) {
    AuditResult results = worked_result();
    const auto area = Hectares::of(2.0);
    results.activity = {{park,
                         Route::maps,
                         "types-2017 to types-2020",
                         {{"evergreen", StratumKind::forest, "cropland", LossYear{2019}, area, std::nullopt}}}};
    results.emissions = {
        {park, Route::loss, "types-2017", {{"evergreen", LossYear{2019}, area, TonnesCO2e::of(880.0)}}}};
    results.transitions = {{park, 0, 1, 0, 3, ha(2)}};
    results.canopy = {{park, {.canopy_pct = 10.0, .canopy_rule = CanopyRule::at_least}, ha(6), ha(2), ha(1)}};
    const auto json = parsed(worked_case(), results);
    EXPECT_EQ(json["activity"][0]["route"], "maps");
    EXPECT_EQ(json["activity"][0]["to_stratum"], "cropland");
    EXPECT_EQ(json["activity"][0]["area_ha"], 2.0);
    EXPECT_TRUE(json["activity"][0]["standard_error_ha"].is_null());
    EXPECT_EQ(json["emissions"][0]["stratum"], "evergreen");
    EXPECT_EQ(json["emissions"][0]["emission_tCO2e"], 880.0);
    EXPECT_EQ(json["transitions"][0]["to_strata"], "types-2020");
    EXPECT_EQ(json["transitions"][0]["from"], "evergreen");
    EXPECT_EQ(json["transitions"][0]["to"], "") << "index 3 is beyond the legend: no data";
    EXPECT_EQ(json["transitions"][0]["area_ha"], 2.0);
    EXPECT_EQ(json["canopy"][0]["canopy_rule"], "at-least");
    EXPECT_EQ(json["canopy"][0]["loss_ha"], 2.0);
}

TEST(AuditJson, CarriesTheLabel) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    audit.factor_sets[0].stocks["pine"].add({"total", TonnesCPerHa::of(1.0), {}, "demonstration value"});
    EXPECT_EQ(parsed(audit, worked_result())["label"], "synthetic landscape; demonstration factors");
}

TEST(AuditJson, KeepsNamesAsTheyAreWhateverTheyHold) {
    const std::string name = "a|b </script> \"quoted\"\nsecond line \\ é";
    AuditCase audit = worked_case();
    audit.title = name;
    audit.zones[park].zone.name = name;
    const auto json = parsed(audit, worked_result());
    EXPECT_EQ(json["title"], name);
    EXPECT_EQ(json["zones"][0]["zone"], name);
    EXPECT_EQ(json["readings"][0]["zone"], name);
}

TEST(AuditJson, WritesNamesThatAreNotUtf8WithoutFailing) {
    AuditCase audit = worked_case();
    audit.title = "latin-1 \xe9";
    EXPECT_FALSE(parsed(audit, worked_result())["title"].get<std::string>().empty());
}

TEST(AuditJson, IsWholeWithoutFactorsMapsAndMonitoring) {
    AuditCase audit = worked_case();
    AuditResult results = refused_result("no monitoring period");
    audit.factor_sets.clear();
    audit.transitions.reset();
    audit.references.clear();
    audit.monitoring.reset();
    results.default_reading.strata_map.reset();
    results.default_reading.reference.reset();
    const auto json = parsed(audit, results);
    EXPECT_TRUE(json["monitoring"].is_null());
    EXPECT_FALSE(json["default_reading"].contains("reference"));
    EXPECT_FALSE(json["default_reading"].contains("factors"));
    EXPECT_EQ(json["statements"][0]["reason"], "no monitoring period");
}

}  // namespace
}  // namespace reddline::report
