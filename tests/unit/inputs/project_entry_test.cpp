#include "inputs/project_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

std::string refusal(const std::string& text) {
    return tests::error_line([&] { return with_document(text, read_project_areas); });
}

TEST(ProjectEntry, NamesATableOfAreas) {
    EXPECT_EQ(with_document("[project]\nareas = \"areas.csv\"\n", read_project_areas), "areas.csv");
    EXPECT_EQ(with_document("title = \"t\"\n", read_project_areas), "");
}

TEST(ProjectEntry, StopsBesideWhatIsCounted) {
    EXPECT_EQ(
        refusal("[project]\nareas = \"areas.csv\"\n[loss]\n"),
        "audit_file: audit.toml:1:1: project: expected no [project] beside loss, found a table; keep [project] for "
        "an audit of tables alone, or [loss] and what goes with it for one of pixels");
    for (const std::string counted : {"zones", "strata"}) {
        EXPECT_THAT(refusal("[[" + counted + "]]\nname = \"z\"\n[project]\nareas = \"areas.csv\"\n"),
                    HasSubstr("audit.toml:3:1: project: expected no [project] beside " + counted));
    }
}

TEST(ProjectEntry, StopsAtAnUnknownOrMissingKey) {
    EXPECT_THAT(refusal("[project]\narea = \"a.csv\"\n"), HasSubstr("expected a known key in project, found \"area\""));
    EXPECT_THAT(refusal("[project]\n"), HasSubstr("audit.toml:1:1: expected the key \"areas\" in project, found none"));
    EXPECT_THAT(refusal("[project]\nareas = 5\n"), HasSubstr("project.areas: expected a text, found 5"));
}

}  // namespace
}  // namespace reddline::inputs
