#include "inputs/crosstab_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::error_line;

constexpr std::string_view zones_columns =
    "zone,role,entry,project,features,repaired,pixels,area_cm2,area_ha,outside_pixels\n";
constexpr std::string_view pixels_columns = "min_area_ha,zone,outcome,pixels,area_cm2,area_ha\n";
constexpr std::string_view crosstab_columns_of_maps =
    "zone,m2015,m2019,min_area_ha,cover_pct,loss_year,pixels,area_cm2,area_ha\n";

std::vector<ZoneExtent> two_zones() {
    std::vector<ZoneExtent> zones(2);
    zones[0].zone = {"project", ZoneRole::project, "project", ""};
    zones[1].zone = {"belt, north", ZoneRole::displacement_belt, "belt", "project"};
    return zones;
}

// Strata 0 = evergreen, 1 = crops; 2 stands for "no data".
std::vector<StrataMap> two_maps() {
    Legend legend{"legend.csv"};
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"crops", StratumKind::non_forest});
    return {{"m2015", 2015, StrataRole::baseline, legend}, {"m2019", 2019, StrataRole::monitoring, legend}};
}

// The zones overlap in three pixels of 80 cm2: 10 of the project and 5 of the belt make 12 pixels read and
// counted.
constexpr std::string_view good_pixels =
    "0,,counted,12,960,0.0000096\n"
    "0,,water,4,320,0.0000032\n"
    "0,project,counted,10,800,0.000008\n"
    "0,project,water,1,80,0.0000008\n"
    "0,\"belt, north\",counted,5,400,0.000004\n";
constexpr std::string_view good_bins =
    "project,evergreen,crops,0,80,2016,3,240,0.0000024\n"
    "project,evergreen,,0,80,0,7,560,0.0000056\n"
    "\"belt, north\",crops,crops,0,0,0,5,400,0.000004\n";

std::vector<CrosstabOfArea> parse(std::string_view bins, std::string_view pixels) {
    const CrosstabTexts texts{.crosstab_csv = std::string(crosstab_columns_of_maps) + std::string(bins),
                              .pixels_csv = std::string(pixels_columns) + std::string(pixels),
                              .zones_csv = ""};
    return parse_crosstabs(texts, two_zones(), two_maps(), {LossYear{2001}, LossYear{2020}});
}

std::string refusal(std::string_view bins, std::string_view pixels) {
    return error_line([&] { return parse(bins, pixels); });
}

OutcomeTally outcomes(Tally counted, Tally water) {
    OutcomeTally tallies{};
    tallies[static_cast<std::size_t>(Outcome::counted)] = counted;
    tallies[static_cast<std::size_t>(Outcome::water)] = water;
    return tallies;
}

TEST(CrosstabTable, GivesBackTheCrosstabThatTheTablesShow) {
    // Combinations: 0 = evergreen then crops, 1 = evergreen then no data, 2 = crops twice. 2016 is code 16.
    const Crosstab expected{2,
                            {{0, 1}, {0, 2}, {1, 1}},
                            {{{0, 0, 80, 16}, {3, 240}}, {{0, 1, 80, 0}, {7, 560}}, {{1, 2, 0, 0}, {5, 400}}},
                            {outcomes({10, 800}, {1, 80}), outcomes({5, 400}, {})},
                            outcomes({12, 960}, {4, 320})};
    const auto crosstabs = parse(good_bins, good_pixels);
    ASSERT_EQ(crosstabs.size(), 1U);
    EXPECT_EQ(crosstabs[0].min_area_ha, 0.0);
    EXPECT_EQ(crosstabs[0].crosstab, expected);
    EXPECT_EQ(crosstabs[0].crosstab.pixels_read(), 16);
}

TEST(CrosstabTable, GivesOneCrosstabPerMinimumArea) {
    const auto crosstabs = parse(
        "project,evergreen,crops,0,80,0,10,800,0\n"
        "project,evergreen,crops,0.5,80,0,6,480,0\n"
        "project,evergreen,crops,0.5,0,0,4,320,0\n",
        "0,,counted,10,800,0\n0,project,counted,10,800,0\n0.5,,counted,10,800,0\n0.5,project,counted,10,800,"
        "0\n");
    ASSERT_EQ(crosstabs.size(), 2U);
    EXPECT_EQ(crosstabs[0].min_area_ha, 0.0);
    EXPECT_EQ(crosstabs[0].crosstab.bins().size(), 1U);
    EXPECT_EQ(crosstabs[1].min_area_ha, 0.5);
    EXPECT_EQ(crosstabs[1].crosstab.bins().size(), 2U);
}

TEST(CrosstabTable, TakesNoBinsWhereNothingWasCounted) {
    const auto crosstabs = parse("", "0,,water,4,320,0\n");
    ASSERT_EQ(crosstabs.size(), 1U);
    EXPECT_TRUE(crosstabs[0].crosstab.bins().empty());
    EXPECT_EQ(crosstabs[0].crosstab.zones(), 2U);
    EXPECT_EQ(crosstabs[0].crosstab.maps(), 2U);
}

TEST(CrosstabTable, StopsWhenTheBinsOfAZoneMissAPixel) {
    const std::string line = refusal("project,evergreen,crops,0,80,2016,3,240,0\nproject,evergreen,,0,80,0,6,560,0\n",
                                     "0,,counted,10,800,0\n0,project,counted,10,800,0\n");
    EXPECT_THAT(line,
                HasSubstr("crosstab_mismatch: crosstab.csv: expected bins of the zone \"project\" at min_area_ha 0 "
                          "that add up to the counted 10 pixels (800 cm2) of pixels.csv, found 9 pixels (800 cm2);"));
}

TEST(CrosstabTable, StopsWhenTheBinsOfAZoneMissASquareCentimetre) {
    EXPECT_THAT(refusal("project,evergreen,,0,80,0,10,799,0\n", "0,project,counted,10,800,0\n"),
                HasSubstr("found 10 pixels (799 cm2);"));
}

TEST(CrosstabTable, StopsWhenAZoneCountedPixelsAndHasNoBins) {
    EXPECT_THAT(refusal("", "0,project,counted,10,800,0\n"), HasSubstr("found 0 pixels (0 cm2);"));
}

TEST(CrosstabTable, StopsAtCountsThatNoEarthHolds) {
    EXPECT_THAT(refusal("project,evergreen,,0,80,0,9223372036854775807,0,0\nproject,evergreen,,0,81,0,1,0,0\n",
                        "0,project,counted,1,0,0\n"),
                HasSubstr("crosstab_mismatch: crosstab.csv: expected counts whose sum fits the Earth"));
}

TEST(CrosstabTable, StopsAtAColumnThatIsNoStrataMap) {
    const CrosstabTexts texts{
        .crosstab_csv = "zone,m2015,m2019,m2020,min_area_ha,cover_pct,loss_year,pixels,area_cm2,area_ha\n",
        .pixels_csv = std::string(pixels_columns) + "0,,counted,0,0,0\n",
        .zones_csv = ""};
    EXPECT_THAT(error_line([&] {
                    return parse_crosstabs(texts, two_zones(), two_maps(), {LossYear{2001}, LossYear{2020}});
                }),
                HasSubstr("crosstab_mismatch: crosstab.csv: expected a column for every strata map of the "
                          "audit file and no other, "
                          "found \"m2020\";"));
}

TEST(CrosstabTable, StopsWithoutTheColumnOfAStrataMap) {
    const CrosstabTexts texts{.crosstab_csv = "zone,m2015,min_area_ha,cover_pct,loss_year,pixels,area_cm2,area_ha\n",
                              .pixels_csv = std::string(pixels_columns) + "0,,counted,0,0,0\n",
                              .zones_csv = ""};
    EXPECT_THAT(
        error_line([&] {
            return parse_crosstabs(texts, two_zones(), two_maps(), {LossYear{2001}, LossYear{2020}});
        }),
        HasSubstr("crosstab_mismatch: crosstab.csv: expected a column for the strata map \"m2019\", found none;"));
}

TEST(CrosstabTable, StopsWithoutOneOfItsOwnColumns) {
    const CrosstabTexts texts{.crosstab_csv = "zone,m2015,m2019,min_area_ha,cover_pct,loss_year,pixels,area_ha\n",
                              .pixels_csv = std::string(pixels_columns) + "0,,counted,0,0,0\n",
                              .zones_csv = ""};
    EXPECT_THAT(error_line([&] {
                    return parse_crosstabs(texts, two_zones(), two_maps(), {LossYear{2001}, LossYear{2020}});
                }),
                HasSubstr("table_malformed: crosstab.csv:1: expected the column \"area_cm2\""));
}

TEST(CrosstabTable, StopsAtAStratumThatIsNotInTheLegend) {
    EXPECT_THAT(
        refusal("project,evergreen,rubber,0,80,0,10,800,0\n", "0,project,counted,10,800,0\n"),
        HasSubstr("crosstab_mismatch: crosstab.csv:2: m2019: expected a stratum of legend.csv, found \"rubber\";"));
}

TEST(CrosstabTable, StopsAtALossYearOutsideTheProduct) {
    for (const std::string year : {"2021", "2000", "-1", "99999999999"}) {
        EXPECT_THAT(refusal("project,,,0,80," + year + ",10,800,0\n", "0,project,counted,10,800,0\n"),
                    HasSubstr("crosstab_mismatch: crosstab.csv:2: loss_year: expected 0 or a year of the "
                              "loss product, 2001 "
                              "to 2020, found " +
                              year + ";"));
    }
}

TEST(CrosstabTable, StopsAtAZoneThatIsNotInZonesCsv) {
    EXPECT_THAT(refusal("elsewhere,,,0,80,0,10,800,0\n", "0,project,counted,10,800,0\n"),
                HasSubstr("crosstab_mismatch: crosstab.csv:2: expected a zone of zones.csv, found \"elsewhere\";"));
    EXPECT_THAT(refusal("", "0,,counted,1,80,0\n0,elsewhere,counted,1,80,0\n"),
                HasSubstr("crosstab_mismatch: pixels.csv:3: expected a zone of zones.csv, found \"elsewhere\";"));
}

TEST(CrosstabTable, StopsAtABinWithoutAZone) {
    EXPECT_THAT(refusal(",,,0,80,0,10,800,0\n", "0,,counted,10,800,0\n"),
                HasSubstr("table_malformed: crosstab.csv:2: zone: expected the name of a zone, found nothing;"));
}

TEST(CrosstabTable, StopsAtANegativeCount) {
    EXPECT_THAT(
        refusal("project,,,0,80,0,-1,0,0\n", "0,project,counted,0,0,0\n"),
        HasSubstr("table_malformed: crosstab.csv:2: pixels: expected a whole number of at least 0, found \"-1\";"));
    EXPECT_THAT(refusal("project,,,0,80,0,0,-5,0\n", "0,project,counted,0,0,0\n"),
                HasSubstr("table_malformed: crosstab.csv:2: area_cm2: expected a whole number of at least 0"));
    EXPECT_THAT(refusal("", "0,project,water,0,-5,0\n"),
                HasSubstr("table_malformed: pixels.csv:2: area_cm2: expected a whole number of at least 0"));
}

TEST(CrosstabTable, StopsAtACoverAboveOneHundredPerCent) {
    EXPECT_THAT(refusal("project,,,0,101,0,1,1,0\n", "0,project,counted,1,1,0\n"),
                HasSubstr("table_malformed: crosstab.csv:2: cover_pct: expected a whole number from 0 to 100, found "
                          "\"101\";"));
}

TEST(CrosstabTable, StopsAtABinGivenTwice) {
    EXPECT_THAT(refusal("project,,,0,80,0,1,1,0\nproject,,,0,80,0,1,1,0\n", "0,project,counted,2,2,0\n"),
                HasSubstr("table_malformed: crosstab.csv:3: expected every bin once, found the bin of "
                          "crosstab.csv:2 again;"));
}

TEST(CrosstabTable, StopsAtAnOutcomeGivenTwice) {
    EXPECT_THAT(refusal("", "0,,water,1,1,0\n0,,water,1,1,0\n"),
                HasSubstr("table_malformed: pixels.csv:3: outcome: expected every outcome of a zone once, "
                          "found \"water\";"));
}

TEST(CrosstabTable, StopsAtAnUnknownOutcome) {
    EXPECT_THAT(
        refusal("", "0,,lost,1,1,0\n"),
        HasSubstr("table_malformed: pixels.csv:2: outcome: expected one of counted, outside_zones, no_data_loss, "
                  "no_data_cover, no_data_mask, water, beyond_last_year, cover_out_of_range, found \"lost\";"));
}

TEST(CrosstabTable, StopsAtMinimumAreasThatFall) {
    EXPECT_THAT(refusal("", "0.5,,water,1,1,0\n0,,water,1,1,0\n"),
                HasSubstr("table_malformed: pixels.csv:3: min_area_ha: expected areas that rise down the table, found "
                          "\"0\";"));
    EXPECT_THAT(refusal("project,,,0.5,80,0,1,1,0\nproject,,,0,80,0,1,1,0\n", "0,,water,1,1,0\n0.5,,water,1,1,0\n"),
                HasSubstr("table_malformed: crosstab.csv:3: min_area_ha: expected areas that rise down the table"));
}

TEST(CrosstabTable, StopsWithoutTheUnfilteredCrosstab) {
    EXPECT_THAT(refusal("", "0.5,,water,1,1,0\n"),
                HasSubstr("table_malformed: pixels.csv: expected the minimum area 0 first, found 0.5;"));
}

TEST(CrosstabTable, StopsAtANegativeMinimumArea) {
    EXPECT_THAT(refusal("", "-1,,water,1,1,0\n"),
                HasSubstr("table_malformed: pixels.csv:2: min_area_ha: expected an area of at least 0 ha"));
}

TEST(CrosstabTable, StopsAtAMinimumAreaThatOnlyTheBinsKnow) {
    EXPECT_THAT(
        refusal("project,,,0.5,80,0,1,1,0\n", "0,,water,1,1,0\n"),
        HasSubstr("crosstab_mismatch: crosstab.csv:2: min_area_ha: expected a minimum area of pixels.csv, found "
                  "\"0.5\";"));
}

TEST(CrosstabTable, StopsWithoutAnyMinimumArea) {
    EXPECT_THAT(
        refusal("", ""),
        HasSubstr("table_malformed: pixels.csv: expected the pixels of at least one minimum area, found none;"));
}

TEST(ZonesTable, GivesBackTheZonesThatItShows) {
    const auto zones = parse_zones(std::string(zones_columns) +
                                       "project,project,project,,1,0,10,800,0.000008,0\n"
                                       "\"plot/7, east\",displacement_belt,plot,project,3,2,5,400,0.000004,9\n",
                                   "zones.csv");
    EXPECT_THAT(zones, ElementsAre(ZoneExtent{.zone = {"project", ZoneRole::project, "project", ""},
                                              .features = 1,
                                              .repaired = 0,
                                              .inside = {10, 800},
                                              .outside_pixels = 0},
                                   ZoneExtent{.zone = {"plot/7, east", ZoneRole::displacement_belt, "plot", "project"},
                                              .features = 3,
                                              .repaired = 2,
                                              .inside = {5, 400},
                                              .outside_pixels = 9}));
}

std::string zones_refusal(std::string_view lines) {
    return error_line([&] { return parse_zones(std::string(zones_columns) + std::string(lines), "zones.csv"); });
}

TEST(ZonesTable, StopsAtAnUnknownRole) {
    EXPECT_THAT(zones_refusal("a,belt,a,,1,0,1,1,0,0\n"),
                HasSubstr("table_malformed: zones.csv:2: role: expected the role of a zone, found \"belt\";"));
}

TEST(ZonesTable, StopsAtAZoneGivenTwiceOrWithoutAName) {
    EXPECT_THAT(zones_refusal("a,other,a,,1,0,1,1,0,0\na,other,a,,1,0,1,1,0,0\n"),
                HasSubstr("table_malformed: zones.csv:3: zone: expected a name that no other zone has, found \"a\";"));
    EXPECT_THAT(zones_refusal(",other,a,,1,0,1,1,0,0\n"), HasSubstr("zones.csv:2: zone: expected a name"));
}

TEST(ZonesTable, StopsAtANegativeCount) {
    EXPECT_THAT(zones_refusal("a,other,a,,1,0,1,1,0,-1\n"),
                HasSubstr("zones.csv:2: outside_pixels: expected a whole number of at least 0, found \"-1\";"));
}

TEST(ZonesTable, StopsAtAnUnknownColumn) {
    EXPECT_THAT(error_line([] { return parse_zones("zone,rolle\n", "zones.csv"); }),
                HasSubstr("zones.csv:1: expected known columns, found \"rolle\"; the nearest known one is \"role\""));
}

}  // namespace
}  // namespace reddline::inputs
