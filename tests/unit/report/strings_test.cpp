#include "report/strings.hpp"

#include <gtest/gtest.h>

#include <string>

namespace reddline::report {
namespace {

/// A table in which `plurals` names the numbers of each form but "other".
Strings table_of(const std::string& plurals, const std::string& sentences) {
    return Strings(R"({"language":"xx","decimal_mark":",","group_mark":" ","plurals":)" + plurals + R"(,"sentences":)" +
                   sentences + "}");
}

TEST(Strings, FillPlacesInTheOrderOfTheLanguage) {
    const Strings say = table_of("{}", R"({"loss":"{area} ha in {zone}, {zone}"})");
    EXPECT_EQ(say("loss", {{"zone", "'a {area}'"}, {"area", "5"}}), "5 ha in 'a {area}', 'a {area}'");
}

TEST(Strings, TakeTheFormThatTheLanguageHasForANumber) {
    const std::string forms = R"({"trees":{"one":"{count} arbre","other":"{count} arbres"}})";
    const Strings french = table_of(R"({"one":[0,1]})", forms);
    EXPECT_EQ(french.counted("trees", 0), "0 arbre");
    EXPECT_EQ(french.counted("trees", 1), "1 arbre");
    EXPECT_EQ(french.counted("trees", 1'500), "1 500 arbres");
    EXPECT_EQ(table_of(R"({"one":[1]})", forms).counted("trees", 0), "0 arbres");
    // Khmer has one form for all numbers.
    EXPECT_EQ(table_of("{}", R"({"trees":"ដើមឈើ {count}"})").counted("trees", 1), "ដើមឈើ 1");
}

TEST(Strings, TakeTheOneSentenceThatStandsForAllNumbers) {
    EXPECT_EQ(table_of(R"({"one":[1]})", R"({"more":"and {count} more"})").counted("more", 1), "and 1 more");
}

TEST(Strings, JoinItemsTwoByTwo) {
    const Strings say = table_of("{}", R"({"list":"{before}; {next}"})");
    EXPECT_EQ(say.joined("list", {}), "");
    EXPECT_EQ(say.joined("list", {"a"}), "a");
    EXPECT_EQ(say.joined("list", {"a", "b", "c"}), "a; b; c");
}

TEST(Strings, WriteNumbersWithTheMarksOfTheLanguage) {
    const Strings say = table_of("{}", "{}");
    EXPECT_EQ(say.number("-1,234.5"), "-1 234,5");
    EXPECT_EQ(say.grouped(1'234'567.25, 1), "1 234 567,2");
    EXPECT_EQ(say.grouped(1'234'567), "1 234 567");
    EXPECT_EQ(english().grouped(1'234.5, 1), "1,234.5");
}

}  // namespace
}  // namespace reddline::report
