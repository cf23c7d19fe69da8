#include "inputs/readings_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

ReadingLimits parse(const std::string& lines) {
    return with_document("[readings]\n" + lines, read_reading_limits);
}

/// The values of every choice without their places.
std::map<Choice, std::vector<std::string>> texts(const std::string& lines) {
    std::map<Choice, std::vector<std::string>> found;
    for (const auto& [choice, values] : parse(lines)) {
        for (const ListedValue& value : values)
            found[choice].push_back(value.text);
    }
    return found;
}

std::string refusal(const std::string& lines) {
    return tests::error_line([&] { return parse(lines); });
}

TEST(ReadingsEntry, LimitsNothingWithoutItsSectionOrItsKeys) {
    EXPECT_TRUE(with_document("", read_reading_limits).empty());
    EXPECT_TRUE(parse("").empty());
}

TEST(ReadingsEntry, ReadsEveryChoiceWithItsDefaultFirst) {
    EXPECT_THAT(
        texts("reference = [\"history-of-own-zone\"]\npost = [\"zero\", \"post-stock\"]\nareas = [\"markov\", "
              "\"static\"]\n"
              "arcs = [\"option-2\", \"option-1\"]\nintervals = [\"mean\", \"pooled\"]\n"
              "annualise = [\"matrix-root\", \"compound\", \"linear\"]\nfactors = [\"carbon.csv\"]\n"
              "min_area_ha = [0.5, 0]\ncanopy_rule = [\"at-least\", \"greater\"]\ncanopy_pct = [30, 10.5]\n"
              "strata = [\"strata-2017\"]\nroute = [\"reported\", \"maps\", \"loss\"]\n"),
        ElementsAre(
            Pair(Choice::route, ElementsAre("reported", "maps", "loss")),
            Pair(Choice::strata, ElementsAre("strata-2017")), Pair(Choice::canopy_pct, ElementsAre("30", "10.5")),
            Pair(Choice::canopy_rule, ElementsAre("at-least", "greater")),
            Pair(Choice::min_area, ElementsAre("0.5", "0")), Pair(Choice::factors, ElementsAre("carbon.csv")),
            Pair(Choice::annualise, ElementsAre("matrix-root", "compound", "linear")),
            Pair(Choice::intervals, ElementsAre("mean", "pooled")),
            Pair(Choice::arcs, ElementsAre("option-2", "option-1")),
            Pair(Choice::areas, ElementsAre("markov", "static")), Pair(Choice::post, ElementsAre("zero", "post-stock")),
            Pair(Choice::reference, ElementsAre("history-of-own-zone"))));
}

TEST(ReadingsEntry, TakesASingleValueAsAListOfOne) {
    EXPECT_THAT(texts("route = \"loss\"\n").at(Choice::route), ElementsAre("loss"));
    // The shortest text, whatever way the number is written.
    EXPECT_THAT(texts("canopy_pct = 30.0\n").at(Choice::canopy_pct), ElementsAre("30"));
}

TEST(ReadingsEntry, KeepsThePlaceOfEveryValueForAComplaintThatOnlyTheInputsCanRaise) {
    const ReadingLimits limits = parse("strata = [\"a\", \"b\"]\nfactors = \"c\"\n");
    EXPECT_EQ(limits.at(Choice::strata)[1].place, "audit.toml:2:16");
    EXPECT_EQ(limits.at(Choice::factors)[0].place, "audit.toml:3:11");
}

TEST(ReadingsEntry, StopsAtAnUnknownChoiceAndNamesTheNearest) {
    EXPECT_EQ(
        refusal("canopy = [30]\n"),
        "audit_file: audit.toml:2:1: expected a known key in readings, found \"canopy\"; the nearest known one is "
        "\"canopy_pct\", all are route, strata, canopy_pct, canopy_rule, min_area_ha, factors, annualise, intervals, "
        "arcs, areas, post, reference");
}

TEST(ReadingsEntry, StopsAtAWordThatNoReadingKnows) {
    EXPECT_THAT(refusal("annualise = [\"linear\", \"compoud\"]\n"),
                HasSubstr("audit.toml:2:24: readings.annualise: expected one of \"linear\", \"compound\", "
                          "\"matrix-root\", found the text \"compoud\"; the nearest is \"compound\""));
    for (const std::string key : {"route", "canopy_rule", "intervals", "arcs", "areas", "post"}) {
        EXPECT_THAT(refusal(key + " = [\"other\"]\n"), HasSubstr("readings." + key + ": expected one of"));
    }
}

TEST(ReadingsEntry, StopsAtNumbersWhereTextsAreNeededAndTheOtherWayRound) {
    EXPECT_THAT(
        refusal("canopy_pct = [\"30\"]\n"),
        HasSubstr("readings.canopy_pct: expected a number from 0 to 100, found the text \"30\"; drop the quotes"));
    EXPECT_THAT(refusal("canopy_pct = [101]\n"), HasSubstr("expected a number from 0 to 100, found 101;"));
    EXPECT_THAT(refusal("min_area_ha = [-0.5]\n"),
                HasSubstr("readings.min_area_ha: expected a number of at least 0, found -0.5;"));
    EXPECT_THAT(refusal("factors = [2000]\n"), HasSubstr("readings.factors: expected a text, found 2000;"));
}

TEST(ReadingsEntry, StopsAtAnEmptyListAndAtAValueGivenTwice) {
    EXPECT_THAT(refusal("route = []\n"),
                HasSubstr("audit.toml:2:9: readings.route: expected one value or more, found an empty array;"));
    EXPECT_THAT(refusal("canopy_pct = [30, 30.0]\n"),
                HasSubstr("audit.toml:2:19: readings.canopy_pct: expected every value once, found 30.0; remove it"));
}

}  // namespace
}  // namespace reddline::inputs
