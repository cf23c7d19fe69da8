#include "report/csv_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::report {
namespace {

TEST(CsvText, WritesPlainFieldsAsTheyAre) {
    CsvText csv({"zone", "area_ha"});
    csv.add({"Prey Lang", "12.5"});
    EXPECT_EQ(csv.text(), "zone,area_ha\nPrey Lang,12.5\n");
}

TEST(CsvText, QuotesFieldsWithACommaAQuoteOrALineBreak) {
    CsvText csv({"a", "b", "c", "d"});
    csv.add({"x,y", "say \"no\"", "two\nlines", "carriage\rreturn"});
    EXPECT_EQ(csv.text(), "a,b,c,d\n\"x,y\",\"say \"\"no\"\"\",\"two\nlines\",\"carriage\rreturn\"\n");
}

TEST(CsvText, IsUtf8WhateverItsFieldsHold) {
    CsvText csv({"zone"});
    csv.add({"for\xeat"});
    EXPECT_EQ(csv.text(), "zone\nfor\xEF\xBF\xBDt\n");
}

TEST(CsvText, KeepsEmptyFieldsAndOtherMarks) {
    CsvText csv({"a", "b", "c"});
    csv.add({"", "</script>|;", ""});
    EXPECT_EQ(csv.text(), "a,b,c\n,</script>|;,\n");
}

}  // namespace
}  // namespace reddline::report
