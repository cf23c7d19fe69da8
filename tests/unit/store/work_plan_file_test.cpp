#include "store/work_plan_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/thrown_error.hpp"

namespace reddline::store {
namespace {

using testing::HasSubstr;

WorkPlan plan() {
    WorkPlan plan;
    plan.title = "Title, \"quoted\"";
    plan.provenance = {"reddline crosstab audit.toml",
                       "0.1.0",
                       "abc",
                       "GNU 12",
                       {{"GDAL", "3.6.2"}, {"A", "1"}},
                       77,
                       "",
                       "label",
                       {{"audit.toml", 5, "0123"}, {"a.tif", 0, ""}}};
    plan.inputs_of_tables = 1;
    plan.facts = {{"label", "label"}, {"zones", "b"}};
    plan.first_year = 2001;
    plan.last_year = 2023;
    plan.min_areas_ha = {0.0, 0.1};
    plan.maps = {{"map", {"evergreen", "bamboo"}}};
    plan.zones_csv = "zone,role\na,project\n";
    plan.layer_findings_csv = "code\n";
    plan.units = {{"a.tif", 3, 5, 9, 0, 10, 400, 1'600, {1}}, {"b.tif", 1, 0, 1, 10, 12, 5, 20, {}}};
    return plan;
}

TEST(WorkPlanFile, IsReadBackAsItWasWritten) {
    const std::string text = work_plan_text(plan());
    const WorkPlan read = parse_work_plan(text, "plan.json");
    EXPECT_EQ(work_plan_text(read), text);
    EXPECT_EQ(read.title, plan().title);
    EXPECT_EQ(read.facts, plan().facts);
    EXPECT_EQ(read.min_areas_ha, plan().min_areas_ha);
    EXPECT_EQ(read.maps, plan().maps);
    EXPECT_EQ(read.units, plan().units);
    EXPECT_EQ(read.zones_csv, plan().zones_csv);
    EXPECT_EQ(read.provenance.libraries, plan().provenance.libraries);
    EXPECT_EQ(read.provenance.inputs[0].sha256, "0123");
    EXPECT_EQ(read.provenance.pixels_read, 77);
    EXPECT_EQ(read.inputs_of_tables, 1U);
}

TEST(WorkPlanFile, IsAnErrorWhereItIsSomethingElse) {
    for (const std::string& text : {std::string("{}"), std::string("x"), work_plan_text(plan()).substr(0, 100)}) {
        EXPECT_EQ(tests::error_line([&] { return parse_work_plan(text, "p/plan.json").title; }),
                  "unreadable_file: p/plan.json: expected the plan of a count, found a text that cannot be read as "
                  "that; give "
                  "a directory that 'reddline crosstab --shard' wrote");
    }
    EXPECT_THAT(tests::error_line([&] { return parse_work_plan("{\"work_plan\": 2}", "plan.json").title; }),
                HasSubstr("expected a plan of format 1, found format 2; give"));
}

}  // namespace
}  // namespace reddline::store
