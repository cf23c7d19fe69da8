#include "report/run_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace reddline::report {
namespace {

Provenance provenance() {
    return {.command = "reddline audit audit.toml",
            .version = "0.1.0",
            .commit = "abc",
            .compiler = "GNU 12",
            .libraries = {{"GDAL", "3.6.2"}, {"TBB", "2021.8"}},
            .pixels_read = 480'000,
            .default_reading = "route loss",
            .label = "synthetic \"landscape\"",
            .inputs = {{"gfc/a</script>.tif", 12, "00ff"}}};
}

TEST(RunJson, HoldsWhatMadeTheResults) {
    const auto json = nlohmann::json::parse(run_json(provenance()));
    EXPECT_EQ(json["schema"], 1);
    EXPECT_EQ(json["command"], "reddline audit audit.toml");
    EXPECT_EQ(json["libraries"]["GDAL"], "3.6.2");
    EXPECT_EQ(json["label"], "synthetic \"landscape\"");
    EXPECT_EQ(json["inputs"][0]["path"], "gfc/a</script>.tif");
    EXPECT_EQ(json["inputs"][0]["bytes"], 12);
    EXPECT_EQ(json["inputs"][0]["sha256"], "00ff");
}

TEST(RunJson, WritesPathsThatAreNotUtf8WithoutFailing) {
    Provenance odd = provenance();
    odd.inputs[0].path = "tile\xff.tif";
    EXPECT_EQ(nlohmann::json::parse(run_json(odd))["inputs"].size(), 1U);
}

TEST(TimingJson, HoldsSecondsPerStage) {
    const auto json = nlohmann::json::parse(timing_json({{"open", 0.5}, {"crosstab", 12.25}}, 8));
    EXPECT_EQ(json["threads"], 8);
    EXPECT_EQ(json["seconds"]["open"], 0.5);
    EXPECT_EQ(json["seconds"]["crosstab"], 12.25);
}

}  // namespace
}  // namespace reddline::report
