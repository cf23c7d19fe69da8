#include "report/markdown_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(MarkdownReport, BeginsWithTheAnswerAndThenWhatIsMissing) {
    AuditResult results = worked_result();
    results.missing = {{"deductions ([deductions])", "what is held back"}};
    const std::vector<std::string> lines = lines_of(markdown_report(worked_case(), results));
    EXPECT_EQ(lines[0], "# Worked by hand");
    EXPECT_EQ(lines[2], "## The answer");
    EXPECT_EQ(lines[4],
              "From 2019-01-01 to 2020-12-31 the maps show 4.0 ha of forest lost in 'park', 75 % of it in evergreen.");
    EXPECT_EQ(lines[6], "Under the default reading 1,341 credits follow (tCO2e).");
    EXPECT_EQ(lines[8].substr(0, 28), "Default reading: route loss;");
    EXPECT_EQ(lines[12], "## What is missing");
    EXPECT_EQ(lines[14], "- deductions ([deductions]): it decides what is held back.");
}

TEST(MarkdownReport, HoldsEverySectionInOrder) {
    std::vector<std::string> headings;
    for (const std::string& line : lines_of(markdown_report(worked_case(), worked_result()))) {
        if (line.starts_with("#")) headings.push_back(line);
    }
    EXPECT_THAT(headings,
                ElementsAre("# Worked by hand", "## The answer", "## What is missing", "## Project 'park'",
                            "### Every reading computed", "### By forest type, over the monitoring period",
                            "### By year", "### Ledger", "## What the choices mean", "## Mapped loss by forest type",
                            "## Canopy thresholds", "## What to doubt", "## Sources", "### Carbon factors"));
}

TEST(MarkdownReport, SaysSoWhereNothingIsMissingAndNothingWasFound) {
    AuditResult results = worked_result();
    results.findings.clear();
    const std::string text = markdown_report(worked_case(), results);
    EXPECT_THAT(text, HasSubstr("## What is missing\n\nNothing that this report needs.\n"));
    EXPECT_THAT(text, HasSubstr("## What to doubt\n\nNo check found anything.\n"));
}

TEST(MarkdownReport, ShowsTheReasonOfARefusedReading) {
    const std::string text = markdown_report(worked_case(), refused_result("no carbon factors: give [carbon] factors"));
    EXPECT_THAT(text, HasSubstr("No credits can be computed for 'park': no carbon factors: give [carbon] factors.\n"));
    EXPECT_THAT(text, HasSubstr("| refused: no carbon factors: give [carbon] factors |"));
    EXPECT_THAT(text, HasSubstr("Default reading: route loss;"));
    EXPECT_THAT(text, Not(HasSubstr("### Ledger")));
}

TEST(MarkdownReport, SaysSoWhereNoZoneIsAProject) {
    AuditCase audit = worked_case();
    audit.zones[park].zone.role = ZoneRole::other;
    AuditResult results = worked_result();
    results.readings.clear();
    EXPECT_THAT(markdown_report(audit, results),
                HasSubstr("No zone is a project, so no credits are computed; the tables show the mapped loss.\n"));
}

TEST(MarkdownReport, CallsCreditsWithoutABeltAnUpperBound) {
    AuditResult results = worked_result();
    results.readings.erase(results.readings.begin(), results.readings.begin() + 2);
    EXPECT_THAT(markdown_report(worked_case(), results), HasSubstr("1,341 credits follow (tCO2e), an upper bound.\n"));
}

TEST(MarkdownReport, CarriesTheLabelBelowItsTitle) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    audit.factors->stocks["pine"].add({"total", TonnesCPerHa::of(1.0), {}, "demonstration value"});
    EXPECT_EQ(lines_of(markdown_report(audit, worked_result()))[2], "**synthetic landscape; demonstration factors**");
}

TEST(MarkdownReport, ListsEverySource) {
    AuditCase audit = worked_case();
    audit.rate = LossRate{0.02, RateBase::forest, "a rate's source"};
    audit.transitions = TransitionTable{"transitions.csv", {}, {{2010, 2014, {}}, {2014, 2016, {}}}};
    audit.history = HistoryRule{"belt", ReferencePeriod{LossYear{2014}, LossYear{2016}}, HistoryScale::none};
    const std::string text = markdown_report(audit, worked_result());
    for (const char* line :
         {"- Loss product: GFC-2020-v1.8, loss years 2014 to 2020\n", "- Forest: canopy cover > 30 %\n",
          "- Strata map types-2017: year 2017, role baseline, legend legend.csv\n",
          "- National transitions: transitions.csv, 2010 to 2014, 2014 to 2016\n",
          "- Zones: 'park' (project), 'belt' (displacement_belt of 'park')\n",
          "- Monitoring: 2019-01-01 to 2020-12-31, both days included, 731 days\n",
          "- Flat rate: 0.02 of the forest per year; source: a rate's source\n",
          "- Reference level: history of zone 'belt', 2014 to 2016, carried to other zones as it is (scale none)\n",
          "- Deduction reversal: 0.1 held back; source: a rule book\n",
          "| evergreen | 120 | 440.0 | Samreth et al. 2012 |\n"}) {
        EXPECT_THAT(text, HasSubstr(line));
    }
}

TEST(MarkdownReport, KeepsNamesTextWhateverTheyHold) {
    const std::string name = "p|q </script>\n## not a heading";
    AuditCase audit = worked_case();
    audit.title = name;
    audit.label = name;
    audit.zones[park].zone.name = name;
    audit.deductions[0].source = name;
    AuditResult results = refused_result(name);
    results.missing = {{name, name}};
    results.findings[0].subject = name;
    const std::string text = markdown_report(audit, results);
    EXPECT_THAT(text, Not(HasSubstr("\n## not a heading")));
    for (std::size_t place = text.find("</script>"); place != std::string::npos;
         place = text.find("</script>", place + 1)) {
        EXPECT_EQ(text[place - 1], '\\');
    }
    for (std::size_t place = text.find("p|q"); place != std::string::npos; place = text.find("p|q", place + 1))
        ADD_FAILURE() << "a pipe that is not escaped at " << place;
    EXPECT_THAT(text, HasSubstr("# p\\|q \\</script> ## not a heading\n"));
}

}  // namespace
}  // namespace reddline::report
