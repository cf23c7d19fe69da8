#include "report/workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_sheet.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;

std::vector<std::string> names_of(const std::vector<Sheet>& sheets) {
    std::vector<std::string> names;
    for (const Sheet& sheet : sheets)
        names.push_back(sheet.name());
    return names;
}

std::string note_of(const Sheet& sheet, const std::string& name) {
    return std::get<std::string>(row_named(sheet, name).value);
}

Statement statement_of(std::size_t zone) {
    Statement statement;
    statement.zone = zone;
    return statement;
}

TEST(Workbook, IsTheInputsAndTheCalculationOfTheProject) {
    WorkedSheet worked;
    worked.results.statements = {{0, statement_of(0)}};
    const std::vector<Sheet> sheets = workbook(worked.audit, worked.results);
    ASSERT_THAT(names_of(sheets), ElementsAre("Inputs", "Calculation"));
    EXPECT_EQ(note_of(sheets[0], "Title"), "Small");
    EXPECT_THAT(note_of(sheets[0], "Label"), testing::HasSubstr("a test"));
    EXPECT_EQ(std::get<double>(row_named(sheets[0], "Forest in 2000 of evergreen, zone 'park', map").value), 100.0);
    EXPECT_EQ(std::get<Term>(row_named(sheets[1], "Credits, whole tonnes").value).value, 660.0);
}

TEST(Workbook, NumbersTheCalculationsOfSeveralProjects) {
    WorkedSheet worked;
    worked.audit.zones.push_back({{"forest", ZoneRole::project, "forest", ""}, 1, 0, {}, 0});
    worked.results.losses.push_back(sheet_loss());
    worked.results.statements = {{0, statement_of(0)}, {1, statement_of(1)}};
    const std::vector<Sheet> sheets = workbook(worked.audit, worked.results);
    ASSERT_THAT(names_of(sheets), ElementsAre("Inputs", "Calculation 1", "Calculation 2"));
    EXPECT_EQ(sheets[2].rows().front().name, "Calculation of zone 'forest'");
}

TEST(Workbook, SaysWhatIsMissingWhereTheReadingIsRefused) {
    WorkedSheet worked;
    worked.results.statements = {{0, Refusal{"no reference level: give [reference_level]"}}};
    worked.results.missing = {{"a reference level", "the national report", "what was expected"}};
    const std::vector<Sheet> sheets = workbook(worked.audit, worked.results);
    EXPECT_EQ(note_of(sheets[1], "Not computed"), "no reference level: give [reference_level]");
    EXPECT_TRUE(row_named(sheets[1], "Missing: a reference level").is_heading);
    EXPECT_EQ(note_of(sheets[1], "Where it usually stands"), "the national report");
    EXPECT_EQ(note_of(sheets[1], "What it decides"), "what was expected");
}

TEST(Workbook, ShowsTheEmissionsThatARefusedReadingStillKnows) {
    WorkedSheet worked;
    worked.results.statements = {{0, Refusal{"no reference level: give [reference_level]"}}};
    worked.results.emissions = {{0, Route::loss, "map", {}}};
    const std::vector<Sheet> sheets = workbook(worked.audit, worked.results);
    EXPECT_DOUBLE_EQ(std::get<Term>(row_named(sheets[1], "Emissions observed, whole year 2019").value).value, 440.0);
}

TEST(Workbook, SaysSoWhereNoZoneIsAProject) {
    WorkedSheet worked;
    const std::vector<Sheet> sheets = workbook(worked.audit, worked.results);
    ASSERT_THAT(names_of(sheets), ElementsAre("Inputs", "Calculation"));
    EXPECT_EQ(note_of(sheets[1], "Not computed"), "no zone of role project: give one in [[zones]]");
}

}  // namespace
}  // namespace reddline::report
