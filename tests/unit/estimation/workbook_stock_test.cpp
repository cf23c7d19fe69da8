#include "estimation/workbook_stock.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "estimation/product_sum.hpp"

namespace reddline::estimation {
namespace {

/// Inputs: 0 carbon fraction, 1 above ground, 2 root ratio, 3 dead wood, 4 share of degraded land.
const std::vector<double> values{0.5, 200.0, 0.25, 10.0, 0.7};

MocareddWorkbook workbook() {
    MocareddWorkbook book;
    book.carbon_fraction = 0;
    book.stocks = {{"F", {}, {{"AGB", 1}, {"RS", 2}, {"DW", 3}}}, {"F_deg", {}, {{"DG_ratio", 4}}, 0}};
    return book;
}

TEST(WorkbookStock, MakesCarbonOfBiomassAndOfItsRootRatio) {
    const MocareddWorkbook book = workbook();
    // 0.5 x 200 above ground, a quarter of that below, and 10 of dead wood, which is in carbon already.
    EXPECT_EQ(value_of(density_of(book, book.stocks[0]), values), 135.0);
}

TEST(WorkbookStock, TakesStocksInCarbonAsTheyAre) {
    MocareddWorkbook book = workbook();
    book.carbon_fraction.reset();
    EXPECT_EQ(value_of(density_of(book, book.stocks[0]), values), 200.0 + 50.0 + 10.0);
}

TEST(WorkbookStock, TakesDegradedLandAsAShareOfItsIntactStock) {
    const MocareddWorkbook book = workbook();
    EXPECT_DOUBLE_EQ(value_of(density_of(book, book.stocks[1]), values), 0.7 * 135.0);
}

}  // namespace
}  // namespace reddline::estimation
