#include "inputs/count_basis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal_of(std::string_view text) {
    try {
        static_cast<void>(parse_count_basis(text, "out/crosstab.json"));
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::crosstab_mismatch);
        EXPECT_EQ(error.subject(), "out/crosstab.json");
        return error.message();
    }
    return "";
}

TEST(ParseCountBasis, ReadsFactsPixelsAndInputs) {
    const CountBasis basis = parse_count_basis(R"({"schema": 1, "counted_with": {"zones": "b, a", "label": ""},
        "pixels_read": 12, "inputs": [{"path": "tiles/loss.tif", "bytes": 3, "sha256": "abc"}]})",
                                               "crosstab.json");
    EXPECT_THAT(basis.facts, ElementsAre(CountFact{"zones", "b, a"}, CountFact{"label", ""}));
    EXPECT_EQ(basis.pixels_read, 12);
    ASSERT_EQ(basis.inputs.size(), 1U);
    EXPECT_EQ(basis.inputs[0].path, "tiles/loss.tif");
    EXPECT_EQ(basis.inputs[0].bytes, 3);
    EXPECT_EQ(basis.inputs[0].sha256, "abc");
}

TEST(ParseCountBasis, RefusesAnotherSchema) {
    EXPECT_THAT(refusal_of(R"({"schema": 2})"), HasSubstr("expected a crosstab of schema 1, found schema 2"));
}

TEST(ParseCountBasis, RefusesATextThatIsSomethingElse) {
    for (const char* text : {"", "{", "[]", "{}", R"({"schema": 1})",
                             R"({"schema": 1, "counted_with": {"label": 1}, "pixels_read": 1, "inputs": []})",
                             R"({"schema": 1, "counted_with": {}, "pixels_read": 1, "inputs": [{"path": "a"}]})"}) {
        EXPECT_THAT(refusal_of(text), HasSubstr("run crosstab again")) << text;
    }
}

}  // namespace
}  // namespace reddline::inputs
