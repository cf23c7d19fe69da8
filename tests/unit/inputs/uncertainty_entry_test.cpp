#include "inputs/uncertainty_entry.hpp"

#include <gmock/gmock.h>

#include <string>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

UncertaintyEntry parse(const std::string& text) {
    return with_document(text, [](const TomlTable& root) { return read_uncertainty(root); });
}

std::string refusal(const std::string& text) {
    return tests::error_line([&] { return parse(text); });
}

TEST(UncertaintyEntry, HasItsDefaultsWithoutTheSection) {
    const UncertaintyEntry entry = parse("");

    EXPECT_EQ(entry.rules.draws, 100'000U);
    EXPECT_EQ(entry.rules.seed, 1U);
    EXPECT_THAT(entry.rules.confidence, ElementsAre(0.5, 0.9));
    EXPECT_EQ(entry.inputs, "");
}

TEST(UncertaintyEntry, TakesWhatTheSectionSays) {
    const UncertaintyEntry entry = parse(
        "[uncertainty]\ndraws = 2000\nseed = 7\nconfidence = [0.75]\ninputs = \"i.csv\"\nplots = \"p.csv\"\n"
        "correlation = \"c.csv\"\n");

    EXPECT_EQ(entry.rules.draws, 2000U);
    EXPECT_EQ(entry.rules.seed, 7U);
    EXPECT_THAT(entry.rules.confidence, ElementsAre(0.75));
    EXPECT_EQ(entry.inputs, "i.csv");
    EXPECT_EQ(entry.plots, "p.csv");
    EXPECT_EQ(entry.correlation, "c.csv");
}

TEST(UncertaintyEntry, RefusesWhatItCannotUse) {
    EXPECT_THAT(refusal("[uncertainty]\ndraws = 999\n"), HasSubstr("audit.toml:2:9"));
    EXPECT_THAT(refusal("[uncertainty]\nconfidence = [0.5, 1]\n"), HasSubstr("expected a number between 0 and 1"));
    EXPECT_THAT(refusal("[uncertainty]\nplots = \"p.csv\"\n"), HasSubstr("expected no plots without inputs"));
    EXPECT_THAT(refusal("[uncertainty]\ndraw = 5\n"), HasSubstr("draws"));
}

}  // namespace
}  // namespace reddline::inputs
