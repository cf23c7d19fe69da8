#include "inputs/sample_change_table.hpp"

#include <gmock/gmock.h>

#include "support/empty_case.hpp"
#include "support/sample_evidence_case.hpp"
#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

AuditCase audit_case() {
    AuditCase audit = tests::empty_case();
    Legend legend;
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"crops", StratumKind::non_forest});
    audit.maps.push_back({"map", 2017, StrataRole::baseline, legend});
    return audit;
}

std::vector<SampledChange> parse(const std::string& lines) {
    return parse_sample_changes("class,from,to\n" + lines, "changes.csv", audit_case(), tests::two_losses().estimates);
}

std::string refusal(const std::string& lines) {
    return tests::error_line([&] { return parse(lines); });
}

TEST(SampleChanges, SayWhichClassIsLossOfWhich) {
    const auto changes = parse("to crops,evergreen,crops\nlost,evergreen,\n");
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].name, "to crops");
    EXPECT_EQ(changes[0].to, "crops");
    EXPECT_EQ(changes[1].to, std::nullopt);
}

TEST(SampleChanges, RefuseWhatIsNotKnownOrNoForest) {
    EXPECT_THAT(refusal("crop,evergreen,\n"), HasSubstr("changes.csv:2: class: expected a class of the sample"));
    EXPECT_THAT(refusal("lost,evergren,\n"), HasSubstr("the nearest is \"evergreen\""));
    EXPECT_THAT(refusal("lost,evergreen,crop\n"), HasSubstr("the nearest is \"crops\""));
    EXPECT_THAT(refusal("lost,crops,\n"), HasSubstr("a stratum that is forest"));
    EXPECT_THAT(refusal("lost,evergreen,\nlost,evergreen,crops\n"), HasSubstr("\"lost\" again"));
    EXPECT_THAT(refusal(""), HasSubstr("at least one line"));
}

}  // namespace
}  // namespace reddline::inputs
