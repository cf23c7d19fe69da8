#include "report/factor_tables.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/empty_case.hpp"

namespace reddline::report {
namespace {

PlotDensity plot(std::string name, double density_tC_per_ha) {
    return {std::move(name), 1.0, TonnesCPerHa::of(density_tC_per_ha)};
}

PoolDensity pool(const std::string& name, std::vector<PlotDensity> plots) {
    const auto density = mean_of(plots);
    const auto error = standard_error_of(plots);
    return {name, density, error, "inventory", std::move(plots)};
}

/// A set with a total and its error, and one of plots: two pools on the same two plots, and a pool of a single plot.
AuditCase two_sets() {
    AuditCase audit = tests::empty_case();
    audit.label = "made up";
    CarbonTable given{.name = "given.csv", .stocks = {}};
    given.stocks["evergreen"].add({"total", TonnesCPerHa::of(163.8), TonnesCPerHa::of(7.8), "Samreth et al. 2012"});
    CarbonTable plots{.name = "plots.csv", .stocks = {}};
    plots.stocks["bamboo"].add(pool("total", {plot("1", 40.0)}));
    plots.stocks["evergreen"].add(pool("above_ground", {plot("1", 100.0), plot("2", 102.0)}));
    plots.stocks["evergreen"].add(pool("below_ground", {plot("1", 20.0), plot("2", 24.0)}));
    audit.factor_sets = {given, plots};
    return audit;
}

TEST(FactorsCsv, ShowsMeanErrorAndPlotsOfEachPoolAndOfTheirSum) {
    EXPECT_EQ(factors_csv(two_sets()),
              "factors,stratum,pool,carbon_tC_per_ha,standard_error_tC_per_ha,plots,factor_source,label\n"
              "given.csv,evergreen,total,163.8,7.8,,Samreth et al. 2012,made up\n"
              "plots.csv,bamboo,total,40,,1,inventory,made up\n"
              "plots.csv,evergreen,above_ground,101,1,2,inventory,made up\n"
              "plots.csv,evergreen,below_ground,22,2,2,inventory,made up\n"
              "plots.csv,evergreen,all,123,3,2,inventory,made up\n");
}

TEST(FactorsJson, HoldsTheSameRows) {
    const auto rows = factors_json(two_sets());
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].dump(), R"({"factors":"given.csv","stratum":"evergreen","pool":"total","carbon_tC_per_ha":163.8,)"
                              R"("standard_error_tC_per_ha":7.8,"plots":null,"factor_source":"Samreth et al. 2012"})");
    EXPECT_TRUE(rows[1]["standard_error_tC_per_ha"].is_null());
    EXPECT_EQ(rows[4]["plots"], 2);
}

TEST(FactorsCsv, IsItsHeaderAloneWithoutFactors) {
    EXPECT_EQ(factors_csv(tests::empty_case()),
              "factors,stratum,pool,carbon_tC_per_ha,standard_error_tC_per_ha,plots,factor_source,label\n");
}

}  // namespace
}  // namespace reddline::report
