#include "inputs/plot_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "inputs/factor_table.hpp"
#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using tests::error_line;

// Above ground 100, 140, 120 and below ground 30, 20, 25: where one pool is high the other is low, so the totals 130, 160
// and 145 lie closer together (s = 15) than two independent pools would (s = 20 and 5).
const std::string three_plots =
    "stratum,plot,pool,carbon_tC_per_ha,source\n"
    "evergreen,1,above_ground,100,inventory\n"
    "evergreen,2,above_ground,140,inventory\n"
    "evergreen,3,above_ground,120,inventory\n"
    "evergreen,3,below_ground,25,inventory\n"
    "evergreen,2,below_ground,20,inventory\n"
    "evergreen,1,below_ground,30,inventory\n";

std::string error_of(const std::string& text) {
    return error_line([&] { return parse_factors(text, "p.csv"); });
}

TEST(PlotTable, GivesMeanStandardErrorAndPlotsOfEachPool) {
    const CarbonTable factors = parse_factors(three_plots, "tables/plots.csv");
    EXPECT_EQ(factors.name, "plots.csv");
    const auto& pools = factors.find("evergreen")->pools();
    ASSERT_EQ(pools.size(), 2U);
    EXPECT_EQ(pools[0].pool, "above_ground");
    EXPECT_DOUBLE_EQ(pools[0].density.value(), 120.0);
    EXPECT_DOUBLE_EQ(pools[0].standard_error->value(), 20.0 / std::sqrt(3.0));
    EXPECT_EQ(pools[0].plots.size(), 3U);
    EXPECT_EQ(pools[0].source, "inventory");
    EXPECT_EQ(pools[1].pool, "below_ground");
    EXPECT_DOUBLE_EQ(pools[1].density.value(), 25.0);
    EXPECT_DOUBLE_EQ(pools[1].standard_error->value(), 5.0 / std::sqrt(3.0));
}

TEST(PlotTable, TakesTheErrorOfTheTotalFromThePlotsTotals) {
    const CarbonTable factors = parse_factors(three_plots, "p.csv");
    const CarbonStock& stock = *factors.find("evergreen");
    EXPECT_DOUBLE_EQ(stock.density().value(), 145.0);
    EXPECT_THAT(stock.plot_totals(), ElementsAre(PlotDensity{"1", 1.0, TonnesCPerHa::of(130.0)},
                                                 PlotDensity{"2", 1.0, TonnesCPerHa::of(160.0)},
                                                 PlotDensity{"3", 1.0, TonnesCPerHa::of(145.0)}));
    EXPECT_DOUBLE_EQ(stock.standard_error()->value(), 15.0 / std::sqrt(3.0));
}

// The totals have SE 15 / sqrt(3), whose square is 75; soil 40 and 50 has SE 5: sqrt(75 + 25) = 10.
TEST(PlotTable, TakesPoolsOfOtherPlotsAsIndependent) {
    const CarbonTable factors =
        parse_factors(three_plots + "evergreen,pit 1,soil,40,pits\nevergreen,pit 2,soil,50,pits\n", "p.csv");
    const CarbonStock& stock = *factors.find("evergreen");
    EXPECT_THAT(stock.plot_totals(), IsEmpty());
    EXPECT_DOUBLE_EQ(stock.standard_error()->value(), 10.0);
}

TEST(PlotTable, AddsUpTheErrorsOfPoolsThatShareSomePlots) {
    const CarbonTable factors =
        parse_factors(three_plots + "evergreen,1,soil,40,pits\nevergreen,pit 2,soil,50,pits\n", "p.csv");
    const CarbonStock& stock = *factors.find("evergreen");
    EXPECT_THAT(stock.plot_totals(), IsEmpty());
    EXPECT_DOUBLE_EQ(stock.standard_error()->value(), 15.0 / std::sqrt(3.0) + 5.0);
}

TEST(PlotTable, GivesNoErrorWhereAPoolHasASinglePlot) {
    const CarbonTable factors = parse_factors(three_plots + "evergreen,pit 1,soil,40,pits\n", "p.csv");
    const CarbonStock& stock = *factors.find("evergreen");
    EXPECT_EQ(stock.pools()[2].density, TonnesCPerHa::of(40.0));
    EXPECT_EQ(stock.pools()[2].standard_error, std::nullopt);
    EXPECT_EQ(stock.standard_error(), std::nullopt);
}

TEST(PlotTable, WeighsPlots) {
    const CarbonTable factors = parse_factors(
        "stratum,plot,pool,carbon_tC_per_ha,weight,source\n"
        "bamboo,1,total,100,1,x\nbamboo,2,total,140,1,x\nbamboo,3,total,120,2,x\n",
        "p.csv");
    EXPECT_DOUBLE_EQ(factors.find("bamboo")->density().value(), 120.0);
    EXPECT_DOUBLE_EQ(factors.find("bamboo")->standard_error()->value(), std::sqrt(1200.0) / 4.0);
}

TEST(PlotTable, TellsPlotsOfTwoStrataApart) {
    const CarbonTable factors =
        parse_factors("stratum,plot,pool,carbon_tC_per_ha,source\na,1,total,1,x\nb,1,total,3,x\n", "p.csv");
    EXPECT_EQ(factors.find("a")->density(), TonnesCPerHa::of(1.0));
    EXPECT_EQ(factors.find("b")->density(), TonnesCPerHa::of(3.0));
}

TEST(PlotTable, StopsAtAPlotGivenTwice) {
    EXPECT_THAT(error_of(three_plots + "evergreen,1,below_ground,31,inventory\n"),
                HasSubstr("p.csv:8: expected every plot and pool of a stratum once, found plot \"1\" of \"evergreen\", "
                          "below_ground again;"));
}

TEST(PlotTable, StopsAtValuesThatCannotBe) {
    const std::string columns = "stratum,plot,pool,carbon_tC_per_ha,weight,source\n";
    EXPECT_THAT(error_of(columns + "a,1,total,-1,1,x\n"),
                HasSubstr("p.csv:2: carbon_tC_per_ha: expected a number of at least 0, found \"-1\";"));
    EXPECT_THAT(error_of(columns + "a,1,total,,1,x\n"), HasSubstr("p.csv:2: carbon_tC_per_ha: expected a number"));
    EXPECT_THAT(error_of(columns + "a,1,total,1,0,x\n"),
                HasSubstr("p.csv:2: weight: expected a number above 0, found \"0\";"));
    EXPECT_THAT(error_of(columns + "a,1,soil,1,1,x\na,1,litter,1,2,x\n"),
                HasSubstr("p.csv:3: weight: expected the weight that plot \"1\" has in its other pools, 1, found "
                          "\"2\";"));
    EXPECT_THAT(error_of(columns + "a,,total,1,1,x\n"), HasSubstr("p.csv:2: plot: expected a text, found nothing;"));
    EXPECT_THAT(error_of(columns + "a,1,roots,1,1,x\n"), HasSubstr("p.csv:2: pool: expected one of total,"));
}

TEST(PlotTable, StopsAtSourcesOfOnePoolThatDiffer) {
    EXPECT_THAT(error_of("stratum,plot,pool,carbon_tC_per_ha,source\na,1,total,1,x\na,2,total,1,demonstration\n"),
                HasSubstr("p.csv:3: source: expected one source for all plots of \"a\", total, \"x\", found "
                          "\"demonstration\";"));
}

TEST(PlotTable, StopsAtATotalBesideOneOfItsPools) {
    EXPECT_THAT(error_of("stratum,plot,pool,carbon_tC_per_ha,source\na,1,total,9,x\na,1,soil,1,x\n"),
                HasSubstr("p.csv:3: expected either a total or single pools, found both for \"a\";"));
}

TEST(PlotTable, StopsWithoutAnyPlot) {
    EXPECT_THAT(error_of("stratum,plot,pool,carbon_tC_per_ha,source\n"),
                StartsWith("table_malformed: p.csv: expected at least one line"));
}

}  // namespace
}  // namespace reddline::inputs
