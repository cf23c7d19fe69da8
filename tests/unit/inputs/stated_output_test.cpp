#include "inputs/stated_output.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

/// The texts of an output directory of one zone, as they stand in files.
struct Texts {
    std::string run = R"({"schema": 1, "command": "reddline audit audit.toml", "version": "0.1.0",
        "commit": "abc", "compiler": "GNU 12", "libraries": {}, "pixels_read": 12, "label": "a test",
        "default_reading": "route loss", "inputs": [
        {"path": "audit.toml", "bytes": 1, "sha256": "a"}, {"path": "tables/carbon.csv", "bytes": 2, "sha256": "b"},
        {"path": "../counted/crosstab.csv", "bytes": 3, "sha256": "c"}]})";
    std::string basis = R"({"schema": 1, "counted_with": {"loss.release": "v1.8", "loss.first_year": "2001",
        "loss.last_year": "2020"}, "pixels_read": 12, "inputs": []})";
    std::string zones =
        "zone,role,entry,project,features,repaired,pixels,area_cm2,area_ha,outside_pixels\n"
        "park,project,park,,1,0,2,20000,0.0002,0\n";
    std::string activity =
        "zone,route,strata,stratum,year,area_ha,standard_error_ha,reading,label\n"
        "park,loss,map,evergreen,2019,1.5,,,\n"
        "park,loss,map,evergreen,2020,0,,,\n"
        "park,loss,map,crops,2019,7,,,\n"
        "park,maps,map,evergreen,2019,99,,,\n";
    std::string emissions =
        "zone,route,strata,stratum,year,area_ha,emission_tCO2e,factor_source,reading,label\n"
        "park,loss,map,evergreen,2019,1.5,900.25,,,\n"
        "park,maps,map,evergreen,2019,99,5000,,,\n";
};

StatedOutput parsed(const Texts& texts) {
    return parse_stated_output({texts.run, texts.basis, texts.zones, texts.activity, texts.emissions}, "out");
}

std::string refusal_of(const Texts& texts) {
    return tests::error_line([&] { return parsed(texts); });
}

TEST(ParseStatedOutput, ReadsWhatARunStatesOfMappedLoss) {
    const StatedOutput output = parsed({});
    EXPECT_EQ(output.label, "a test");
    EXPECT_EQ(output.default_reading, "route loss");
    EXPECT_EQ(output.release, "v1.8");
    EXPECT_EQ(output.codes.last(), LossYear{2020});
    ASSERT_EQ(output.zones.size(), 1U);
    EXPECT_EQ(output.zones[0].inside.area_cm2, 20'000);
    ASSERT_EQ(output.losses.size(), 3U);  // of route loss alone
    EXPECT_EQ(output.losses[0].zone, "park");
    EXPECT_EQ(output.losses[0].area.value(), 1.5);
    EXPECT_EQ(output.losses[0].emission->value(), 900.25);
}

TEST(ParseStatedOutput, NoLossEmitsNothingAndOtherwiseNothingIsKnownWithoutARow) {
    const StatedOutput output = parsed({});
    EXPECT_EQ(output.losses[1].emission->value(), 0);
    EXPECT_EQ(output.losses[2].stratum, "crops");
    EXPECT_EQ(output.losses[2].emission, std::nullopt);
}

TEST(ParseStatedOutput, KeepsTheTablesThatAnAuditFileNames) {
    std::vector<std::string> paths;
    for (const InputFile& table : parsed({}).tables)
        paths.push_back(table.path);
    EXPECT_THAT(paths, ElementsAre("tables/carbon.csv"));
}

TEST(ParseStatedOutput, RefusesARunThatIsNotOurs) {
    Texts texts;
    texts.run = "{}";
    EXPECT_THAT(refusal_of(texts), StartsWith("table_malformed: out/run.json: expected what every run writes"));
    texts.run = "no JSON";
    EXPECT_THAT(refusal_of(texts), StartsWith("table_malformed: out/run.json"));
}

TEST(ParseStatedOutput, RefusesCountsWithoutReleaseOrYears) {
    Texts texts;
    texts.basis = R"({"schema": 1, "counted_with": {}, "pixels_read": 12, "inputs": []})";
    EXPECT_THAT(refusal_of(texts), HasSubstr("expected the fact loss.release"));
    texts.basis = R"({"schema": 1, "counted_with": {"loss.release": "v1.8", "loss.first_year": "long ago"},
        "pixels_read": 12, "inputs": []})";
    EXPECT_THAT(refusal_of(texts), HasSubstr("loss.first_year"));
}

TEST(ParseStatedOutput, RefusesTablesWithAWrongColumnOrYear) {
    Texts texts;
    texts.activity = "zone,route,stratum,year\n";
    EXPECT_THAT(refusal_of(texts), HasSubstr("out/activity.csv:1: expected the column \"area_ha\""));
    texts = {};
    texts.emissions = "zone,route,stratum,year,emission_tCO2e\npark,loss,evergreen,-3,1\n";
    EXPECT_THAT(refusal_of(texts), HasSubstr("out/emissions.csv:2: year: expected a calendar year"));
}

}  // namespace
}  // namespace reddline::inputs
