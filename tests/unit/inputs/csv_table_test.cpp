#include "inputs/csv_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::error_line;
using tests::thrown_error;

TEST(CsvTable, ReadsColumnsAndFields) {
    const CsvTable table{"code,stratum\n20,shrubs\n112,evergreen\n", "legend.csv"};
    EXPECT_EQ(table.name(), "legend.csv");
    EXPECT_THAT(table.columns(), ElementsAre("code", "stratum"));
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.integer(0, "code"), 20);
    EXPECT_EQ(table.text(1, "stratum"), "evergreen");
    EXPECT_TRUE(table.has("code"));
    EXPECT_FALSE(table.has("forest"));
}

TEST(CsvTable, TakesAByteOrderMarkCarriageReturnsAndAMissingLastLineBreak) {
    const CsvTable table{
        "\xEF\xBB\xBF"
        "code,stratum\r\n20,shrubs\r\n30,herbs",
        "t.csv"};
    EXPECT_THAT(table.columns(), ElementsAre("code", "stratum"));
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.text(1, "stratum"), "herbs");
    EXPECT_EQ(table.place(1), "t.csv:3");
}

TEST(CsvTable, TakesCarriageReturnsAloneAsLineBreaks) {
    const CsvTable table{"code\r20\r30\r", "t.csv"};
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.place(1), "t.csv:3");
}

TEST(CsvTable, TakesQuotedCommasQuotesAndLineBreaks) {
    const CsvTable table{"stratum,source\nx,\"Samreth et al. 2012, JARQ \"\"46\"\"\"\ny,\"two\nlines\"\nz,last\n",
                         "t.csv"};
    EXPECT_EQ(table.text(0, "source"), "Samreth et al. 2012, JARQ \"46\"");
    EXPECT_EQ(table.text(1, "source"), "two\nlines");
}

TEST(CsvTable, CountsLinesAsAnEditorDoes) {
    // Line 1 is blank, 2 holds the columns, 3 blanks only, 4-5 a field of two lines, 6 is empty, 7 the last
    // row.
    const CsvTable table{"\ncode,source\n  \t\n20,\"two\nlines\"\n\n30,one\n", "t.csv"};
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.place(0), "t.csv:4");
    EXPECT_EQ(table.place(1), "t.csv:7");
}

TEST(CsvTable, CountsCarriageReturnLineFeedInsideQuotesOnce) {
    const CsvTable table{"a,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n", "t.csv"};
    EXPECT_EQ(table.place(0), "t.csv:2");
    EXPECT_EQ(table.place(1), "t.csv:5");
}

TEST(CsvTable, DropsBlanksAroundFields) {
    const CsvTable table{" code , stratum\n 20 ,\" shrubs \"\n", "t.csv"};
    EXPECT_EQ(table.integer(0, "code"), 20);
    EXPECT_EQ(table.text(0, "stratum"), "shrubs");
}

TEST(CsvTable, StopsAtTextThatIsNotUtf8AndNamesTheLine) {
    EXPECT_EQ(error_line([] {
                  return CsvTable{"stratum,source\nshrubs,one\nfor\xeat claire,two\n", "t.csv"};
              }),
              "table_malformed: t.csv:3: expected UTF-8, found \"for\\xeat\"; save the table as UTF-8");
    EXPECT_THAT(error_line([] {
                    return CsvTable{std::string_view("\xff\xfe"
                                                     "c\0o\0",
                                                     6),
                                    "t.csv"};
                }),
                HasSubstr("t.csv:1: expected UTF-8, found"));
}

TEST(CsvTable, StopsAtColumnsPartedByAnotherMarkThanCommas) {
    EXPECT_EQ(error_line([] {
                  return CsvTable{"\ncode;stratum\n20;5\" pipe\n", "t.csv"};
              }),
              "table_malformed: t.csv:2: expected columns parted by commas, found \";\"; save the table with commas");
    EXPECT_THAT(error_line([] {
                    return CsvTable{"code\tstratum\n", "t.csv"};
                }),
                HasSubstr("found \"\\t\"; save the table with commas"));
}

TEST(CsvTable, StopsAtAnEmptyFieldWhereATextIsNeeded) {
    const CsvTable table{"stratum,source\nshrubs,\n", "t.csv"};
    EXPECT_EQ(table.filled(0, "stratum"), "shrubs");
    EXPECT_THAT(error_line([&] { return table.filled(0, "source"); }),
                HasSubstr("t.csv:2: source: expected a text, found nothing;"));
}

TEST(CsvTable, MayHoldColumnsOnly) {
    EXPECT_EQ(CsvTable("a,b\n", "t.csv").rows(), 0U);
}

TEST(CsvTable, TellsAnEmptyFieldFromANumber) {
    const CsvTable table{"a,b\n,1.5\n", "t.csv"};
    EXPECT_EQ(table.optional_number(0, "a"), std::nullopt);
    EXPECT_EQ(table.optional_number(0, "b"), 1.5);
}

TEST(CsvTable, StopsAtAnEmptyFile) {
    for (const auto* text : {"", "\n\n", "\xEF\xBB\xBF", "  \n"}) {
        const Error error = thrown_error([&] { return CsvTable{text, "t.csv"}; });
        EXPECT_EQ(error.code(), ErrorCode::table_malformed);
        EXPECT_EQ(error.subject(), "t.csv:1");
        EXPECT_THAT(error.message(), HasSubstr("empty file"));
    }
}

TEST(CsvTable, StopsAtTooFewFieldsNamingBothCounts) {
    EXPECT_THAT(error_line([] {
                    return CsvTable{"a,b,c\n1,2,3\n1,2\n", "t.csv"};
                }),
                HasSubstr("table_malformed: t.csv:3: expected 3 fields as in the first line, found 2;"));
}

TEST(CsvTable, StopsAtTooManyFieldsNamingBothCounts) {
    EXPECT_THAT(error_line([] {
                    return CsvTable{"a,b\n1,2\n\n1,2,\n", "t.csv"};
                }),
                HasSubstr("table_malformed: t.csv:4: expected 2 fields as in the first line, found 3;"));
}

TEST(CsvTable, StopsAtAColumnGivenTwice) {
    EXPECT_THAT(error_line([] {
                    return CsvTable{"\na,b, a\n", "t.csv"};
                }),
                HasSubstr("t.csv:2: expected every column once, found \"a\" again;"));
}

TEST(CsvTable, StopsAtAQuoteInsideAnUnquotedField) {
    EXPECT_THAT(error_line([] {
                    return CsvTable{"a,b\n1,2\n5\" pipe,2\n", "t.csv"};
                }),
                HasSubstr("t.csv:3: expected quotes only around a whole field"));
}

TEST(CsvTable, StopsAtTextAfterAClosingQuote) {
    EXPECT_THAT(error_line([] {
                    return CsvTable{"a,b\n\"one\"two,2\n", "t.csv"};
                }),
                HasSubstr("t.csv:2: expected quotes only around a whole field"));
}

TEST(CsvTable, StopsAtQuotesThatNeverCloseAndNamesTheLineWhereTheyOpen) {
    EXPECT_THAT(error_line([] {
                    return CsvTable{"a,b\n1,2\n1,\"open\n\n3,4\n", "t.csv"};
                }),
                HasSubstr("t.csv:3: expected a closing quote, found the end of the file;"));
}

TEST(CsvTable, StopsAtAnUnknownColumnAndNamesTheNearest) {
    const CsvTable table{"code,stratm,forest\n", "legend.csv"};
    EXPECT_THAT(
        error_line([&] {
            return table.expect_columns({"code", "stratum", "forest"}, {"excluded"}), 0;
        }),
        HasSubstr("legend.csv:1: expected known columns, found \"stratm\"; the nearest known one is \"stratum\", "
                  "all are code, stratum, forest, excluded"));
}

TEST(CsvTable, StopsAtAMissingColumn) {
    const CsvTable table{"code,stratum\n", "legend.csv"};
    EXPECT_THAT(error_line([&] {
                    return table.expect_columns({"code", "stratum", "forest"}, {"excluded"}), 0;
                }),
                HasSubstr("legend.csv:1: expected the column \"forest\", found code, stratum; add it"));
}

TEST(CsvTable, TakesColumnsInAnyOrderAndWithoutTheOptionalOnes) {
    const CsvTable table{"forest,code\n", "legend.csv"};
    EXPECT_NO_THROW(table.expect_columns({"code", "forest"}, {"excluded"}));
}

TEST(CsvTable, StopsAtAFieldThatIsNotANumber) {
    const CsvTable table{"area_ha\n\"1,5\"\n1e999\nnan\n0x10\n1.5 ha\n", "t.csv"};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const Error error = thrown_error([&] { return table.number(row, "area_ha"); });
        EXPECT_EQ(error.code(), ErrorCode::table_malformed);
        EXPECT_EQ(error.subject(), "t.csv:" + std::to_string(row + 2));
    }
    EXPECT_THAT(
        error_line([&] { return table.number(0, "area_ha"); }),
        HasSubstr("t.csv:2: area_ha: expected a number such as 1234.5, without unit or thousands separator, found "
                  "\"1,5\"; correct this line"));
}

TEST(CsvTable, StopsAtAnEmptyFieldWhereANumberIsNeeded) {
    const CsvTable table{"a,b\n,1\n", "t.csv"};
    EXPECT_THAT(error_line([&] { return table.number(0, "a"); }), HasSubstr("t.csv:2: a: expected a number"));
    EXPECT_THAT(error_line([&] { return table.number(0, "a"); }), HasSubstr("found nothing;"));
}

TEST(CsvTable, StopsAtAFieldThatIsNotAWholeNumber) {
    const CsvTable table{"year\n2014.5\n99999999999999999999\n", "t.csv"};
    EXPECT_THAT(error_line([&] { return table.integer(0, "year"); }),
                HasSubstr("t.csv:2: year: expected a whole number such as 1234, found \"2014.5\";"));
    EXPECT_THAT(error_line([&] { return table.integer(1, "year"); }),
                HasSubstr("t.csv:3: year: expected a whole number"));
}

}  // namespace
}  // namespace reddline::inputs
