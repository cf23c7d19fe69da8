#include "domain/number_text.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <limits>
#include <locale>
#include <string>

namespace reddline {
namespace {

TEST(Shortest, ReadsBackAsTheSameNumber) {
    for (const double value : {0.1, 1.0 / 3.0, 1e-300, 123456789.123, std::numeric_limits<double>::max(), -2.5}) {
        EXPECT_EQ(parse_double(shortest(value)), value);
    }
}

TEST(Shortest, WritesNoMoreThanNeeded) {
    EXPECT_EQ(shortest(0.1), "0.1");
    EXPECT_EQ(shortest(30.0), "30");
    EXPECT_EQ(shortest(-0.0), "0");
}

TEST(Fixed, WritesThatManyDecimals) {
    EXPECT_EQ(fixed(1.5, 2), "1.50");
    EXPECT_EQ(fixed(-1.25, 1), "-1.2");  // 1.25 is exact in binary; halves go to the even digit
    EXPECT_EQ(fixed(1234567.0, 0), "1234567");
}

TEST(Fixed, WritesNoMinusBeforeZero) {
    EXPECT_EQ(fixed(-0.001, 2), "0.00");
    EXPECT_EQ(fixed(-0.0, 0), "0");
}

TEST(Grouped, PutsCommasBetweenThousands) {
    EXPECT_EQ(grouped(1234567.8, 0), "1,234,568");
    EXPECT_EQ(grouped(999.0, 0), "999");
    EXPECT_EQ(grouped(1000.0, 0), "1,000");
    EXPECT_EQ(grouped(123456.25, 2), "123,456.25");
}

TEST(Grouped, DoesNotCountTheMinusAsADigit) {
    EXPECT_EQ(grouped(-123.0, 0), "-123");
    EXPECT_EQ(grouped(-1234.0, 0), "-1,234");
    EXPECT_EQ(grouped(-0.4, 0), "0");
}

TEST(Grouped, KeepsEveryDigitOfAWholeNumber) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(-1234), "-1,234");
    EXPECT_EQ(grouped(9'007'199'254'740'993), "9,007,199,254,740,993") << "2^53 + 1, which no double holds";
}

TEST(Counted, PutsTheNounInTheRightNumber) {
    EXPECT_EQ(counted(0, "note"), "0 notes");
    EXPECT_EQ(counted(1, "warning"), "1 warning");
    EXPECT_EQ(counted(1234, "day"), "1,234 days");
}

TEST(ParseDouble, ReadsTheWholeText) {
    EXPECT_EQ(parse_double("1.5"), 1.5);
    EXPECT_EQ(parse_double("-2e3"), -2000.0);
    EXPECT_EQ(parse_double("7"), 7.0);
}

TEST(ParseDouble, ReadsNothingElse) {
    for (const auto* text : {"", " 1", "1 ", "1,5", "1.5 ha", "0x10", "nan", "inf", "-inf", "1e999", "+1", "1.5.2"}) {
        EXPECT_EQ(parse_double(text), std::nullopt) << text;
    }
}

TEST(ParseInteger, ReadsTheWholeText) {
    EXPECT_EQ(parse_integer("-42"), -42);
    EXPECT_EQ(parse_integer("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
}

TEST(ParseInteger, ReadsNothingElse) {
    for (const auto* text : {"", " 1", "1.0", "1e3", "9223372036854775808", "12a", "0x10"}) {
        EXPECT_EQ(parse_integer(text), std::nullopt) << text;
    }
}

/// Writes 1.5 as 1,5 and 1000 as 1.000, like a German machine.
class CommaNumbers : public std::numpunct<char> {
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

/// Sets both of the program's locales to one with decimal commas, and puts them back.
class CommaLocale : public testing::Test {
protected:
    CommaLocale() : before_{std::locale::global(std::locale(std::locale::classic(), new CommaNumbers))} {
        for (const auto* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"}) {
            if (std::setlocale(LC_ALL, name) != nullptr) break;
        }
    }
    ~CommaLocale() override {
        std::locale::global(before_);
        std::setlocale(LC_ALL, "C");
    }

private:
    std::locale before_;
};

TEST_F(CommaLocale, DoesNotChangeHowNumbersAreWritten) {
    EXPECT_EQ(shortest(1234.5), "1234.5");
    EXPECT_EQ(fixed(1234.5, 2), "1234.50");
    EXPECT_EQ(grouped(1234.5, 1), "1,234.5");
}

TEST_F(CommaLocale, DoesNotChangeHowNumbersAreRead) {
    EXPECT_EQ(parse_double("1234.5"), 1234.5);
    EXPECT_EQ(parse_double("1234,5"), std::nullopt);
    EXPECT_EQ(parse_integer("1.000"), std::nullopt);
}

}  // namespace
}  // namespace reddline
