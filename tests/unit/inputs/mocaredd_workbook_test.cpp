#include "inputs/mocaredd_workbook.hpp"

#include <gmock/gmock.h>

#include "domain/error.hpp"
#include "unit/inputs/mocaredd_book.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;
using tests::mocaredd_book;
using tests::stock_row;

std::string error_of(const std::vector<TextSheet>& sheets) {
    try {
        static_cast<void>(parse_mocaredd(sheets, "book.xlsx"));
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::table_malformed);
        return error.what();
    }
    return "no error";
}

std::vector<TextSheet> plain_book() {
    return mocaredd_book({stock_row("F", "AGB", "200"), stock_row("N", "ALL", "0")});
}

TEST(MocareddWorkbook, HoldsWhatTheSheetsSay) {
    const MocareddWorkbook book = parse_mocaredd(plain_book(), "folder/book.xlsx");
    EXPECT_EQ(book.name, "book.xlsx");
    EXPECT_TRUE(book.is_annual);
    EXPECT_EQ(book.draws, 1000U);
    EXPECT_EQ(book.seed, 3U);
    ASSERT_EQ(book.periods.size(), 2U);
    EXPECT_EQ(book.periods[0].years(), 5);
    EXPECT_TRUE(book.periods[0].is_reference());
    ASSERT_EQ(book.transitions.size(), 2U);
    EXPECT_EQ(book.inputs[book.transitions[0].area].value, 100.0);
    EXPECT_EQ(book.inputs[book.transitions[0].area].standard_error, 10.0);
    EXPECT_EQ(book.inputs[book.transitions[1].area].standard_error, 0.0);  // NA: taken as exact
    EXPECT_EQ(book.stocks[book.transitions[0].stock_from].land_use, "F");
    ASSERT_TRUE(book.carbon_fraction.has_value());
    EXPECT_EQ(book.inputs[*book.carbon_fraction].value, 0.5);
}

TEST(MocareddWorkbook, LeavesOutRowsThatSayNotAvailableAndCountsThem) {
    std::vector<TextSheet> sheets =
        mocaredd_book({stock_row("F", "AGB", "200"), stock_row("F", "DW", "NA"), stock_row("N", "ALL", "0")});
    const MocareddWorkbook book = parse_mocaredd(sheets, "book.xlsx");
    EXPECT_EQ(book.stocks[0].pools.size(), 1U);
    EXPECT_THAT(book.notes, testing::ElementsAre("1 row of c_stocks left out: NA, no value."));
}

TEST(MocareddWorkbook, CutsDistributionsOffWhereItSaysSo) {
    std::vector<TextSheet> sheets = plain_book();
    sheets[0].rows[1].cells[0] = "TRUE";
    const MocareddWorkbook book = parse_mocaredd(sheets, "book.xlsx");
    EXPECT_EQ(book.inputs[book.transitions[0].area].rule.family, DistributionFamily::truncated_normal);
}

TEST(MocareddWorkbook, NamesSheetRowAndColumnOfAMistake) {
    std::vector<TextSheet> sheets = plain_book();
    sheets[2].rows[2].cells[8] = "many";
    EXPECT_THAT(error_of(sheets), HasSubstr("book.xlsx/AD_lu_transitions:3: trans_area: expected a number"));
    sheets = plain_book();
    sheets[1].rows[2].cells[3] = "REF";
    EXPECT_THAT(error_of(sheets), HasSubstr("expected at least one period of type MON, found none"));
}

TEST(MocareddWorkbook, TakesNoEmptyCellForAnExactNumber) {
    std::vector<TextSheet> sheets = plain_book();
    sheets[2].rows[2].cells[9] = "";
    EXPECT_THAT(error_of(sheets), HasSubstr("book.xlsx/AD_lu_transitions:3: trans_se: expected a number, or NA where "
                                            "there is no standard error"));
    sheets = plain_book();
    sheets[0].rows[1].cells[5] = "";
    EXPECT_THAT(error_of(sheets), HasSubstr("c_fraction_se: expected a number, or NA"));
}

TEST(MocareddWorkbook, MissesASheetByTheNearestName) {
    std::vector<TextSheet> sheets = plain_book();
    sheets[3].name = "c_stock";
    EXPECT_THAT(error_of(sheets), HasSubstr("expected the sheet \"c_stocks\""));
    EXPECT_THAT(error_of(sheets), HasSubstr("the nearest is c_stock"));
}

}  // namespace
}  // namespace reddline::inputs
