#include "domain/carbon_stock.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

PoolDensity pool(std::string name, double density_tC_per_ha, std::string source) {
    return {std::move(name), TonnesCPerHa::of(density_tC_per_ha), std::nullopt, std::move(source)};
}

TEST(CarbonStock, IsTheSumOfItsPools) {
    CarbonStock stock;
    stock.add(pool("above_ground", 100.0, "a"));
    stock.add(pool("below_ground", 25.0, "a"));
    stock.add(pool("soil", 40.5, "b"));
    EXPECT_EQ(stock.density(), TonnesCPerHa::of(165.5));
}

TEST(CarbonStock, IsZeroWithoutPools) {
    EXPECT_EQ(CarbonStock{}.density(), TonnesCPerHa::of(0.0));
}

TEST(CarbonStock, NamesEachSourceOnce) {
    CarbonStock stock;
    stock.add(pool("above_ground", 1.0, "Samreth et al. 2012"));
    stock.add(pool("below_ground", 1.0, "IPCC 2006"));
    stock.add(pool("soil", 1.0, "Samreth et al. 2012"));
    EXPECT_EQ(stock.source(), "Samreth et al. 2012; IPCC 2006");
}

TEST(CarbonStock, IsADemonstrationWhenOneOfItsPoolsIs) {
    CarbonStock stock;
    stock.add(pool("above_ground", 1.0, "Samreth et al. 2012, not a demonstration"));
    EXPECT_FALSE(stock.is_demonstration());
    stock.add(pool("soil", 1.0, "demonstration: made up"));
    EXPECT_TRUE(stock.is_demonstration());
}

TEST(CarbonStock, HasTheErrorOfItsOnlyPoolAndNoneOfPoolsWithoutPlots) {
    CarbonStock stock;
    stock.add(pool("above_ground", 100.0, "a"));
    EXPECT_EQ(stock.standard_error(), std::nullopt);
    CarbonStock known;
    PoolDensity total = pool("total", 163.8, "a");
    total.standard_error = TonnesCPerHa::of(7.8);
    known.add(total);
    EXPECT_EQ(known.standard_error(), TonnesCPerHa::of(7.8));
    total.pool = "soil";
    known.add(total);
    EXPECT_EQ(known.standard_error(), std::nullopt);
}

TEST(CarbonTable, FindsAStockByItsStratum) {
    CarbonTable table;
    table.stocks["evergreen"].add(pool("total", 163.8, "a"));
    ASSERT_NE(table.find("evergreen"), nullptr);
    EXPECT_EQ(table.find("evergreen")->density(), TonnesCPerHa::of(163.8));
    EXPECT_EQ(table.find("bamboo"), nullptr);
}

TEST(CarbonTable, IsADemonstrationWhenOneOfItsStocksIs) {
    CarbonTable table;
    table.stocks["evergreen"].add(pool("total", 163.8, "a"));
    EXPECT_FALSE(table.is_demonstration());
    table.stocks["bamboo"].add(pool("total", 1.0, "demonstration"));
    EXPECT_TRUE(table.is_demonstration());
}

}  // namespace
}  // namespace reddline
