#include "inputs/factor_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;
using tests::error_line;

TEST(FactorTable, ReadsOneTotalPerStratum) {
    const CarbonTable factors = parse_factors(
        "stratum,carbon_tC_per_ha,standard_error,source\n"
        "evergreen,163.8,7.8,\"Samreth et al. 2012, JARQ 46(2)\"\n"
        "deciduous,56.2,,plots\n",
        "tables/carbon.csv");
    EXPECT_EQ(factors.name, "carbon.csv");
    ASSERT_EQ(factors.stocks.size(), 2U);
    const CarbonStock& evergreen = *factors.find("evergreen");
    ASSERT_EQ(evergreen.pools().size(), 1U);
    EXPECT_EQ(evergreen.pools()[0].pool, "total");
    EXPECT_EQ(evergreen.density(), TonnesCPerHa::of(163.8));
    EXPECT_EQ(evergreen.pools()[0].standard_error, TonnesCPerHa::of(7.8));
    EXPECT_EQ(evergreen.source(), "Samreth et al. 2012, JARQ 46(2)");
    EXPECT_FALSE(factors.find("deciduous")->pools()[0].standard_error.has_value());
}

TEST(FactorTable, AddsUpPoolsGivenLineByLine) {
    const CarbonTable factors = parse_factors(
        "stratum,pool,carbon_tC_per_ha,source\nevergreen,above_ground,100,a\nevergreen,soil,40.5,b\n", "c.csv");
    EXPECT_EQ(factors.find("evergreen")->density(), TonnesCPerHa::of(140.5));
    EXPECT_EQ(factors.find("evergreen")->source(), "a; b");
}

TEST(FactorTable, AllowsAYearColumnForTheReader) {
    const CarbonTable factors = parse_factors(
        "stratum,carbon_tC_per_ha,standard_error,year,source\nevergreen,163.8,7.8,2000-2001,x\n", "c.csv");
    EXPECT_EQ(factors.find("evergreen")->density(), TonnesCPerHa::of(163.8));
}

TEST(FactorTable, MakesPoolsFromBiomass) {
    // 200 t/ha x 0.5 = 100 tC/ha above ground, 100 x 0.25 = 25 below; 3 dead wood, no litter, 60 soil.
    const CarbonTable factors = parse_factors(
        "stratum,agb_t_per_ha,root_ratio,carbon_fraction,dead_wood_tC_per_ha,litter_tC_per_ha,soil_tC_per_ha,"
        "source\n"
        "evergreen,200,0.25,0.5,3,,60,x\n",
        "c.csv");
    const auto& pools = factors.find("evergreen")->pools();
    ASSERT_EQ(pools.size(), 4U);
    EXPECT_EQ(pools[0].pool, "above_ground");
    EXPECT_EQ(pools[0].density, TonnesCPerHa::of(100.0));
    EXPECT_EQ(pools[1].pool, "below_ground");
    EXPECT_EQ(pools[1].density, TonnesCPerHa::of(25.0));
    EXPECT_EQ(pools[2].pool, "dead_wood");
    EXPECT_EQ(pools[2].density, TonnesCPerHa::of(3.0));
    EXPECT_EQ(pools[3].pool, "soil");
    EXPECT_EQ(pools[3].density, TonnesCPerHa::of(60.0));
    EXPECT_EQ(factors.find("evergreen")->density(), TonnesCPerHa::of(188.0));
}

TEST(FactorTable, NeedsNoFurtherPoolsBesideBiomass) {
    const CarbonTable factors =
        parse_factors("stratum,agb_t_per_ha,root_ratio,carbon_fraction,source\nevergreen,200,0.25,0.5,x\n", "c.csv");
    EXPECT_EQ(factors.find("evergreen")->pools().size(), 2U);
}

TEST(FactorTable, TakesAStockOfZero) {
    const CarbonTable factors = parse_factors("stratum,carbon_tC_per_ha,source\nbare,0,definition\n", "c.csv");
    EXPECT_EQ(factors.find("bare")->density(), TonnesCPerHa::of(0.0));
}

TEST(FactorTable, StopsAtANegativeDensity) {
    EXPECT_THAT(
        error_line([] { return parse_factors("stratum,carbon_tC_per_ha,source\na,1,x\nb,-1,x\n", "c.csv"); }),
        HasSubstr("table_malformed: c.csv:3: carbon_tC_per_ha: expected a number of at least 0, found \"-1\";"));
    EXPECT_THAT(error_line([] {
                    return parse_factors(
                        "stratum,agb_t_per_ha,root_ratio,carbon_fraction,soil_tC_per_ha,source\na,1,1,1,-2,x\n",
                        "c.csv");
                }),
                HasSubstr("c.csv:2: soil_tC_per_ha: expected a number of at least 0"));
}

TEST(FactorTable, StopsAtANegativeStandardError) {
    EXPECT_THAT(
        error_line([] { return parse_factors("stratum,carbon_tC_per_ha,standard_error,source\na,1,-1,x\n", "c.csv"); }),
        HasSubstr("c.csv:2: standard_error: expected a number of at least 0"));
}

TEST(FactorTable, StopsAtACarbonFractionAboveOne) {
    EXPECT_THAT(error_line([] {
                    return parse_factors("stratum,agb_t_per_ha,root_ratio,carbon_fraction,source\na,200,0.2,47,x\n",
                                         "c.csv");
                }),
                HasSubstr("c.csv:2: carbon_fraction: expected a share from 0 to 1, found \"47\";"));
}

TEST(FactorTable, StopsAtAnEmptySource) {
    EXPECT_THAT(error_line([] { return parse_factors("stratum,carbon_tC_per_ha,source\na,1, \n", "c.csv"); }),
                HasSubstr("table_malformed: c.csv:2: source: expected a text, found nothing;"));
    EXPECT_THAT(error_line([] {
                    return parse_factors("stratum,agb_t_per_ha,root_ratio,carbon_fraction,source\na,1,1,1,\n", "c.csv");
                }),
                HasSubstr("c.csv:2: source: expected a text, found nothing;"));
}

TEST(FactorTable, StopsAtAnEmptyStratum) {
    EXPECT_THAT(error_line([] { return parse_factors("stratum,carbon_tC_per_ha,source\n,1,x\n", "c.csv"); }),
                HasSubstr("c.csv:2: stratum: expected a text, found nothing;"));
}

TEST(FactorTable, StopsAtAStratumGivenTwice) {
    EXPECT_THAT(
        error_line([] { return parse_factors("stratum,carbon_tC_per_ha,source\na,163.8,x\na,158.8,x\n", "c.csv"); }),
        HasSubstr("table_malformed: c.csv:3: expected every stratum and pool once, found \"a\", total again;"));
}

TEST(FactorTable, StopsAtAPoolGivenTwice) {
    EXPECT_THAT(error_line([] {
                    return parse_factors("stratum,pool,carbon_tC_per_ha,source\na,soil,1,x\nb,soil,1,x\na,soil,2,x\n",
                                         "c.csv");
                }),
                HasSubstr("c.csv:4: expected every stratum and pool once, found \"a\", soil again;"));
}

TEST(FactorTable, StopsAtATotalBesideOneOfItsPools) {
    EXPECT_THAT(error_line([] {
                    return parse_factors("stratum,pool,carbon_tC_per_ha,source\na,soil,1,x\na,total,9,x\n", "c.csv");
                }),
                HasSubstr("c.csv:3: expected either a total or single pools, found both for \"a\";"));
}

TEST(FactorTable, StopsAtAnUnknownPoolAndNamesTheNearest) {
    EXPECT_THAT(
        error_line([] { return parse_factors("stratum,pool,carbon_tC_per_ha,source\na,deadwood,1,x\n", "c.csv"); }),
        HasSubstr("c.csv:2: pool: expected one of total, above_ground, below_ground, dead_wood, "
                  "litter, soil (the nearest "
                  "is dead_wood), found \"deadwood\";"));
}

TEST(FactorTable, StopsAtColumnsOfBothForms) {
    EXPECT_THAT(error_line([] {
                    return parse_factors(
                        "stratum,agb_t_per_ha,root_ratio,carbon_fraction,carbon_tC_per_ha,source\na,1,1,1,1,x\n",
                        "c.csv");
                }),
                HasSubstr("c.csv:1: expected known columns, found \"carbon_tC_per_ha\""));
}

TEST(FactorTable, StopsWithoutAnyStratum) {
    EXPECT_THAT(error_line([] { return parse_factors("stratum,carbon_tC_per_ha,source\n", "c.csv"); }),
                HasSubstr("table_malformed: c.csv: expected at least one line"));
}

}  // namespace
}  // namespace reddline::inputs
