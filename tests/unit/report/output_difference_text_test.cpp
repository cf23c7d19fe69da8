#include "report/output_difference_text.hpp"

#include <gmock/gmock.h>

namespace reddline::report {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

StatedOutput output(const std::string& release, int last_year) {
    return {.label = "a test",
            .default_reading = "route loss; strata map",
            .release = release,
            .codes = {LossYear{2001}, LossYear{last_year}},
            .zones = {},
            .facts = {},
            .tables = {},
            .losses = {}};
}

LossDifference row(const std::string& stratum, int year, std::optional<double> a_ha, std::optional<double> b_ha) {
    LossDifference difference{"park", stratum, LossYear{year}, {}, {}, {}, {}};
    if (a_ha) difference.a = Hectares::of(*a_ha);
    if (b_ha) difference.b = Hectares::of(*b_ha);
    if (a_ha) difference.a_emission = TonnesCO2e::of(600.0 * *a_ha);
    if (b_ha) difference.b_emission = TonnesCO2e::of(600.0 * *b_ha);
    return difference;
}

Tally ha(std::int64_t count) {
    return {count, count * cm2_per_ha};
}

OutputDifference moved() {
    OutputDifference difference;
    difference.zones = {{"park", ha(100), ha(100)}};
    difference.common = {row("evergreen", 2019, 20.0, 12.5), row("", 2020, 3.0, 3.0)};
    difference.uncovered = {row("evergreen", 2022, std::nullopt, 30.0)};
    return difference;
}

TEST(OutputDifferenceText, ShowsReleasesSumsRowsAndUncoveredYears) {
    const std::string text = output_difference_text(output("v1.8", 2020), output("v1.11", 2023), moved());
    EXPECT_THAT(text, HasSubstr("A: loss product v1.8, 2001 to 2020\nB: loss product v1.11, 2001 to 2023\n[a test]\n"));
    EXPECT_THAT(text, HasSubstr("Two releases of the loss product are never chained"));
    EXPECT_THAT(text, HasSubstr("tables and default reading are the same in both"));
    EXPECT_THAT(text, HasSubstr("loss of 1 of 2 rows"));
    EXPECT_THAT(text, HasSubstr("  park  23.0  15.5      -7.5       -4,500\n"));
    EXPECT_THAT(text, HasSubstr("  park  evergreen  2019  20.0  12.5      -7.5       -4,500\n"));
    EXPECT_THAT(text, HasSubstr("says nothing of them, which is not 0"));
    EXPECT_THAT(text, HasSubstr("  park  2022  B           30.0\n"));
}

TEST(OutputDifferenceText, SaysWhenTheDifferenceIsNotThatOfTheReleaseAlone) {
    StatedOutput b = output("v1.11", 2023);
    b.default_reading = "route loss; strata another";
    OutputDifference difference = moved();
    difference.zones[0].b = ha(101);
    difference.only_a = {"old"};
    difference.only_b = {"new"};
    difference.facts = {{"forest.min_area_ha", "0.5", "0"}};
    difference.tables = {"carbon.csv"};
    const std::string text = output_difference_text(output("v1.8", 2020), b, difference);
    EXPECT_THAT(text, AllOf(HasSubstr("'park' is not the same area: 100.0 ha in A, 101.0 ha in B"),
                            HasSubstr("In A alone: zone 'old'"), HasSubstr("In B alone: zone 'new'"),
                            HasSubstr("not that of the release alone"), HasSubstr("strata another"),
                            HasSubstr("forest.min_area_ha is '0.5' in A and '0' in B"), HasSubstr("'carbon.csv'"),
                            Not(HasSubstr("are the same in both"))));
}

TEST(OutputDifferenceText, SaysThatOneReleaseCannotBeTheReason) {
    const std::string text = output_difference_text(output("v1.8", 2020), output("v1.8", 2020), {});
    EXPECT_THAT(text, HasSubstr("the same release"));
    EXPECT_THAT(text, Not(HasSubstr("never chained")));
    EXPECT_THAT(text, HasSubstr("no year that both cover"));
}

TEST(OutputDifferenceText, CutsLongListsAndSaysSo) {
    OutputDifference difference;
    difference.zones = {{"park", ha(1), ha(1)}};
    for (int year = 2001; year <= 2020; ++year) {
        difference.common.push_back(row("evergreen", year, 1.0, 2.0));
        difference.common.push_back(row("deciduous", year, 1.0, 2.0));
    }
    for (int fact = 0; fact < 10; ++fact)
        difference.facts.push_back({"fact " + std::to_string(fact), "x", "y"});
    const std::string text = output_difference_text(output("v1.8", 2020), output("v1.11", 2023), difference);
    EXPECT_THAT(text, HasSubstr("and 20 more; -o DIR writes them all"));
    EXPECT_THAT(text, HasSubstr("and 2 more such settings"));
}

TEST(OutputDifferenceCsv, HoldsEveryRowAndLeavesEmptyWhatIsNotKnown) {
    const std::string csv = output_difference_csv(output("v1.8", 2020), output("v1.11", 2023), moved());
    EXPECT_EQ(
        csv,
        "zone,stratum,year,covered_by,a_ha,b_ha,difference_ha,a_tCO2e,b_tCO2e,difference_tCO2e,a_release,b_release,"
        "label\n"
        "park,evergreen,2019,both,20,12.5,-7.5,12000,7500,-4500,v1.8,v1.11,a test\n"
        "park,,2020,both,3,3,0,1800,1800,0,v1.8,v1.11,a test\n"
        "park,evergreen,2022,B,,30,,,18000,,v1.8,v1.11,a test\n");
}

TEST(JointLabel, HoldsBothLabelsOnce) {
    StatedOutput a = output("v1.8", 2020);
    StatedOutput b = output("v1.11", 2023);
    EXPECT_EQ(joint_label(a, b), "a test");
    b.label = "another";
    EXPECT_EQ(joint_label(a, b), "a test; another");
    b.label = "another; a test; a third";
    EXPECT_EQ(joint_label(a, b), "a test; another; a third") << "what both say is said once";
    b.label = "";
    EXPECT_EQ(joint_label(a, b), "a test");
    a.label = "";
    EXPECT_EQ(joint_label(a, b), "");
}

}  // namespace
}  // namespace reddline::report
