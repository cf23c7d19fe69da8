#include "inputs/csv_parser.hpp"

#include <gtest/gtest.h>

namespace reddline::inputs {
namespace {

using Records = std::vector<CsvFields>;

/// The records of a text that arrives in pieces of `bytes`.
Records records_of(std::string_view text, std::size_t bytes, Blanks blanks) {
    CsvParser parser(blanks);
    Records records;
    const auto keep = [&](const std::optional<Records>& parsed) {
        ASSERT_TRUE(parsed.has_value());
        records.insert(records.end(), parsed->begin(), parsed->end());
    };
    for (; !text.empty(); text.remove_prefix(std::min(bytes, text.size())))
        keep(parser.parse(text.substr(0, bytes)));
    keep(parser.finish());
    return records;
}

TEST(CsvParser, GivesTheSameRecordsForPiecesOfAnySize) {
    const std::string_view text = "a,b\n\"x, \"\"y\"\"\nz\",\n\n1,2\n";
    const Records expected{{"a", "b"}, {"x, \"y\"\nz", ""}, {"1", "2"}};
    for (const std::size_t bytes : {1U, 2U, 3U, 7U, 100U})
        EXPECT_EQ(records_of(text, bytes, Blanks::kept), expected) << bytes;
}

TEST(CsvParser, KeepsOrDropsBlanksAroundFieldsWithoutQuotes) {
    const std::string_view text = " a ,b\t\n";
    EXPECT_EQ(records_of(text, 100, Blanks::kept), (Records{{" a ", "b\t"}}));
    EXPECT_EQ(records_of(text, 100, Blanks::dropped), (Records{{"a", "b"}}));
}

TEST(CsvParser, SaysWhereTheTextIsNoCsv) {
    CsvParser inside(Blanks::kept);
    EXPECT_FALSE(inside.parse("a\"b,c\n").has_value());
    CsvParser open(Blanks::kept);
    EXPECT_TRUE(open.parse("\"a\n").has_value());
    EXPECT_FALSE(open.ended_record());
    EXPECT_FALSE(open.finish().has_value());
}

}  // namespace
}  // namespace reddline::inputs
