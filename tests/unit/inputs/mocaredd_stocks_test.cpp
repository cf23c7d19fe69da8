#include "inputs/mocaredd_stocks.hpp"

#include <gmock/gmock.h>

#include "domain/error.hpp"
#include "inputs/mocaredd_workbook.hpp"
#include "unit/inputs/mocaredd_book.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;
using tests::mocaredd_book;
using tests::stock_row;

MocareddWorkbook parsed(std::vector<std::vector<std::string>> stocks) {
    stocks.push_back(stock_row("N", "ALL", "0"));
    return parse_mocaredd(mocaredd_book(stocks), "book.xlsx");
}

std::string error_of(const std::vector<std::vector<std::string>>& stocks) {
    try {
        static_cast<void>(parsed(stocks));
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

TEST(MocareddStocks, NameTheirInputsByLandUsePoolAndPeriod) {
    const MocareddWorkbook book = parsed({stock_row("F", "AGB", "200", "T1"), stock_row("F", "ALL", "90", "T2")});
    EXPECT_EQ(book.inputs[book.stocks[0].pools[0].input].name, "F/AGB (T1)");
    EXPECT_EQ(book.inputs[book.stocks[0].pools[0].input].unit, "t/ha");
    EXPECT_EQ(book.inputs[book.stocks[1].pools[0].input].unit, "tC/ha");
    EXPECT_EQ(stock_of(book, "F", 1), std::optional<std::size_t>{1});
    EXPECT_EQ(stock_of(book, "N", 1), std::optional<std::size_t>{2});
    EXPECT_FALSE(stock_of(book, "Sea", 0).has_value());
}

TEST(MocareddStocks, KnowTheIntactStockOfDegradedLand) {
    const MocareddWorkbook book =
        parsed({stock_row("F_deg", "DG_ratio", "0.7"), stock_row("F", "AGB", "200"), stock_row("F", "RS", "0.2")});
    EXPECT_EQ(book.stocks[0].intact, std::optional<std::size_t>{1});
}

TEST(MocareddStocks, RefuseToGuessWhatDegradedLandKeeps) {
    EXPECT_THAT(
        error_of({stock_row("F", "AGB", "200"), stock_row("F", "LI", "3"), stock_row("F_deg", "DG_ratio", "0.7")}),
        HasSubstr("found that it leaves LI out"));
}

TEST(MocareddStocks, RefuseCarbonThatCountsTwice) {
    EXPECT_THAT(error_of({stock_row("F", "AGB", "200"), stock_row("F", "ALL", "90")}),
                HasSubstr("c_stocks:3: expected either ALL or single pools"));
    EXPECT_THAT(error_of({stock_row("F", "AGB", "200"), stock_row("F", "BGB", "9"), stock_row("F", "RS", "0.2")}),
                HasSubstr("expected either BGB or RS"));
    EXPECT_THAT(error_of({stock_row("F", "RS", "0.2")}), HasSubstr("expected AGB of \"F\" beside RS"));
}

TEST(MocareddStocks, RefusePercentagesWhereRatiosAreMeant) {
    EXPECT_THAT(error_of({stock_row("F", "AGB", "200"), stock_row("F", "RS", "24")}),
                HasSubstr("c_value: expected a ratio of at most 10, not a percentage, found"));
    EXPECT_THAT(error_of({stock_row("F", "AGB", "200"), stock_row("F_deg", "DG_ratio", "1.7")}),
                HasSubstr("c_value: expected a ratio of at most 1, not a percentage, found"));
}

}  // namespace
}  // namespace reddline::inputs
