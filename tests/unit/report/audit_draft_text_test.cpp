#include "report/audit_draft_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::report {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

AuditDraft known() {
    AuditDraft draft;
    draft.title = "A forest";
    draft.lossyear = {"gfc/*lossyear*.tif"};
    draft.treecover2000 = {"gfc/*treecover2000*.tif"};
    draft.release = "GFC-2020-v1.8";
    draft.first_year = 2001;
    draft.last_year = 2020;
    draft.canopy_pct = "10";
    draft.canopy_rule = "greater";
    draft.zones = {{.name = "project",
                    .role = ZoneRole::project,
                    .source = "zone.gpkg",
                    .layer = {},
                    .where = {},
                    .needs_project = false,
                    .described = {}}};
    return draft;
}

TEST(AuditDraftText, LeavesNothingToFillWhereAllIsKnown) {
    const DraftText draft = audit_draft_text(known());
    EXPECT_THAT(draft.to_fill, IsEmpty());
    EXPECT_THAT(draft.text, HasSubstr("\nlast_year     = 2020\n"));
    EXPECT_THAT(draft.text, Not(HasSubstr(": to fill in\n")));
}

TEST(AuditDraftText, TellsTheLineOfWhatIsMissing) {
    AuditDraft draft = known();
    draft.last_year.reset();
    draft.zones.front().role.reset();
    const DraftText text = audit_draft_text(draft);
    EXPECT_THAT(text.to_fill, ElementsAre(StartsWith("line 12 [loss] last_year: "),
                                          StartsWith("line 29 [[zones]] 'project' role: ")));
    EXPECT_THAT(text.text, HasSubstr("\n# last_year     = "));
}

TEST(AuditDraftText, AsksABeltAmongSeveralProjectsForItsOwn) {
    AuditDraft draft = known();
    draft.zones.front().role = ZoneRole::displacement_belt;
    draft.zones.front().needs_project = true;
    EXPECT_THAT(audit_draft_text(draft).to_fill, ElementsAre(HasSubstr("project: the name of the project")));
}

TEST(AuditDraftText, WritesAMapAndWhatItsLegendLacks) {
    AuditDraft draft = known();
    DraftMap map;
    map.name = "types";
    map.raster = "types.tif";
    map.legend = "types-legend.csv";
    map.legend_hint = "names";
    map.role = StrataRole::baseline;
    draft.maps = {map};
    const DraftText text = audit_draft_text(draft);
    EXPECT_THAT(text.to_fill, ElementsAre(HasSubstr("'types' year: "), HasSubstr("'types' legend: names")));
    EXPECT_THAT(text.text, HasSubstr("\nraster        = [\"types.tif\"]\n"));
    EXPECT_THAT(text.text, HasSubstr("\nlegend        = \"types-legend.csv\"      # names: to fill in\n"));
}

TEST(AuditDraftText, AsksOnlyForTheOtherEndOfAPeriod) {
    AuditDraft draft = known();
    draft.start = "2018-03-12";
    const DraftText text = audit_draft_text(draft);
    EXPECT_THAT(text.text, HasSubstr("\nstart         = 2018-03-12\n# end           = "));
    EXPECT_THAT(text.to_fill, Each(HasSubstr("[monitoring] end: ")));
}

}  // namespace
}  // namespace reddline::report
