#include "inputs/run_record.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::StartsWith;

/// What a run writes, with the value of one key in sight.
std::string record(const std::string& schema, const std::string& inputs) {
    return R"({"schema": )" + schema + R"(, "command": "reddline audit audit.toml", "version": "0.1.0",
        "commit": "abc", "compiler": "GNU 12", "libraries": {"PROJ": "9.1.1", "GDAL": "3.6.2"}, "pixels_read": 12,
        "default_reading": "route loss", "label": "a test", "inputs": )" +
           inputs + "}";
}

const std::string one_input = R"([{"path": "audit.toml", "bytes": 7, "sha256": "00ff"}])";

std::string refusal_of(const std::string& text) {
    return tests::error_line([&] { return parse_run_record(text, "out/run.json"); });
}

TEST(ParseRunRecord, ReadsWhatMadeTheResults) {
    const Provenance run = parse_run_record(record("1", one_input), "out/run.json");
    EXPECT_EQ(run.command, "reddline audit audit.toml");
    EXPECT_EQ(run.version, "0.1.0");
    EXPECT_EQ(run.commit, "abc");
    EXPECT_EQ(run.compiler, "GNU 12");
    EXPECT_THAT(run.libraries, ElementsAre(Pair("PROJ", "9.1.1"), Pair("GDAL", "3.6.2"))) << "in their order";
    EXPECT_EQ(run.pixels_read, 12);
    EXPECT_EQ(run.default_reading, "route loss");
    EXPECT_EQ(run.label, "a test");
    ASSERT_EQ(run.inputs.size(), 1U);
    EXPECT_EQ(run.inputs[0].path, "audit.toml");
    EXPECT_EQ(run.inputs[0].bytes, 7);
    EXPECT_EQ(run.inputs[0].sha256, "00ff");
}

TEST(ParseRunRecord, RefusesWhatIsNoRecord) {
    for (const std::string text : {"", "no JSON", "[]", "{}", R"({"schema": 1})"})
        EXPECT_THAT(refusal_of(text), StartsWith("table_malformed: out/run.json: expected what every run writes"));
    EXPECT_THAT(refusal_of(record("1", R"([{"path": 7}])")), HasSubstr("a text that cannot be read as that"));
}

TEST(ParseRunRecord, RefusesAnotherSchemaAndARecordWithoutInputs) {
    EXPECT_THAT(refusal_of(record("2", one_input)), HasSubstr("found schema 2"));
    EXPECT_THAT(refusal_of(record("1", "[]")), HasSubstr("found no input in it"));
}

}  // namespace
}  // namespace reddline::inputs
