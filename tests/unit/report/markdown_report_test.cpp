#include "report/markdown_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

std::vector<std::string> headings_of(const std::string& text) {
    std::vector<std::string> headings;
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with("#")) headings.push_back(line);
    }
    return headings;
}

TEST(MarkdownReport, BeginsWithTheAnswerAndThenWhatIsMissing) {
    AuditResult results = worked_result();
    results.missing = {{"deductions ([deductions])", "the programme's rules", "what is held back"}};
    const std::vector<std::string> lines =
        lines_of(markdown_report(report_document(english(), worked_case(), results)));
    EXPECT_EQ(lines[0], "# Worked by hand");
    EXPECT_EQ(lines[2], "## The answer");
    EXPECT_EQ(lines[4].substr(0, 30), "The 2 readings of the rules th");
    EXPECT_EQ(lines[7],
              "From 2019-01-01 to 2020-12-31 the maps show 4.0 ha of forest lost in 'park', 75 % of it in evergreen.");
    EXPECT_EQ(lines[9], "Under the default reading 1,341 credits follow (tCO2e).");
    EXPECT_EQ(lines[11], "1 reading is refused.");
    EXPECT_EQ(lines[13].substr(0, 28), "Default reading: route loss;");
    EXPECT_EQ(lines[17], "## What is missing");
    EXPECT_EQ(lines[19], "| missing | usually stands in | decides |");
    EXPECT_EQ(lines[21], "| deductions ([deductions]) | the programme's rules | what is held back |");
}

TEST(MarkdownReport, HoldsEverySectionInOrder) {
    EXPECT_THAT(headings_of(markdown_report(report_document(english(), worked_case(), worked_result()))),
                ElementsAre("# Worked by hand", "## The answer", "## What is missing", "## Project 'park'",
                            "### One choice changed", "### Which choice moves the credits",
                            "### Uncertainty, and what the programmes would deduct",
                            "### By forest type, over the monitoring period", "### By year", "### Ledger",
                            "## What the choices mean", "## Mapped loss by forest type", "## Canopy thresholds",
                            "## What to doubt", "## Sources", "### Carbon factors: carbon.csv"));
}

TEST(MarkdownReport, SetsTheClaimAgainstTheEvidence) {
    const std::string text = markdown_report(report_document(english(), claimed_case(), claimed_result()));
    EXPECT_THAT(headings_of(text),
                IsSupersetOf({"### Reported against mapped loss", "### Where the difference to the claim comes from",
                              "### Which forest types were lost"}));
    EXPECT_EQ(lines_of(text)[4], "The claim: 2,000 credits (monitoring report 2021).");
    EXPECT_THAT(text, HasSubstr("| evergreen | 1.0 | 3.0 | -2.0 | 440 | 1,320 | -880 |\n"));
    EXPECT_THAT(text, HasSubstr("| which forest types were lost | 605.000 | 264.0 as labelled, 385.0 at the mapped mix "
                                "|\n"));
    EXPECT_THAT(text, HasSubstr("| evergreen | 83.3 | 20.0 | 75.0 |\n"));
    EXPECT_THAT(text, HasSubstr("| reported | types-2017 | 0.5500 |\n"));
}

TEST(MarkdownReport, SaysThatAClaimSpeaksOfNoneOfSeveralProjects) {
    AuditCase audit = tables_case();
    audit.claim->zone.clear();
    audit.claim->lost_area = Hectares::of(4'000.0);
    AuditResult results = tables_result();
    results.claim_rows.clear();
    const std::vector<std::string> lines = lines_of(markdown_report(report_document(english(), audit, results)));
    EXPECT_EQ(lines[4], "The claim: 2,000 credits, 4,000.0 ha lost (monitoring report 2021).");
    EXPECT_EQ(lines[5], "It speaks of none of the zones.");
    EXPECT_EQ(lines[6], "");
}

TEST(MarkdownReport, NamesEachOfSeveralProjectsBeforeItsAnswer) {
    AuditCase audit = worked_case();
    AuditResult results = worked_result();
    EXPECT_THAT(markdown_report(report_document(english(), audit, results)), Not(HasSubstr("**Project ")));
    add_project("annex", audit, results);
    const std::string text = markdown_report(report_document(english(), audit, results));
    EXPECT_LT(text.find("\n**Project 'park'**\n\n"), text.find("\n**Project 'annex'**\n\n"));
    EXPECT_LT(text.find("**Project 'annex'**"), text.find("Default reading: "));
}

TEST(MarkdownReport, ShowsNoMappedLossWhereNothingWasCounted) {
    const std::string text = markdown_report(report_document(english(), tables_case(), tables_result()));
    EXPECT_THAT(
        headings_of(text),
        ElementsAre("# Worked by hand", "## The answer", "## What is missing", "## Project 'park'",
                    "### Reported against mapped loss", "### One choice changed", "### Which forest types were lost",
                    "### Uncertainty, and what the programmes would deduct",
                    "### By forest type, over the monitoring period", "### By year", "### Ledger",
                    "## What the choices mean", "## What to doubt", "## Sources", "### Carbon factors: carbon.csv"));
    EXPECT_THAT(text, HasSubstr("| evergreen | 1.0 | not known | not known | 440 | not known | not known |\n"));
    EXPECT_THAT(text, HasSubstr("Nothing was counted on maps: areas are taken as declared"));
    for (const char* counted : {"0.0 ha mapped", "Tree cover loss", "canopy", "Pixels", "Loss product"})
        EXPECT_THAT(text, Not(HasSubstr(counted)));
}

TEST(MarkdownReport, ShowsTheBreakEvenOfAClaimThatReportsNoForestTypes) {
    AuditResult results = tables_result();
    StratumQuestion question;
    question.claimed_break_even = BreakEven{"evergreen", "deciduous", Hectares::of(4'000.0), 0.25};
    results.stratum_questions = {question};
    results.claim_rows.clear();
    EXPECT_THAT(markdown_report(report_document(english(), tables_case(), results)),
                HasSubstr("### Which forest types were lost\n\n- Of the loss of the claim (4,000.0 ha), credits vanish "
                          "when 25.0 % lie in evergreen and the rest in deciduous.\n\n###"));
}

TEST(MarkdownReport, CountsTheReferenceLevelsPerThousandHectaresThatAreRefused) {
    AuditResult results = worked_result();
    const UnitExpectation expected{Hectares::of(20.0), TonnesCO2e::of(8'800.0), TonnesCO2e::of(17'600.0)};
    results.unit_references = {{"evergreen", worked_reading(Route::loss, Arcs::option_1), expected},
                               {"bamboo", worked_reading(Route::loss, Arcs::option_1), Refusal{"no factor"}}};
    EXPECT_THAT(markdown_report(report_document(english(), worked_case(), results)),
                HasSubstr("| evergreen | carbon.csv, linear, pooled, option-1, static, post-stock | 20.00 | 8,800 | "
                          "17,600 |\n\n1 row more is refused; unit_reference.csv has the reasons.\n"));
    results.unit_references.erase(results.unit_references.begin());
    EXPECT_THAT(markdown_report(report_document(english(), worked_case(), results)),
                HasSubstr("of each forest type\n\n1 row is refused; unit_reference.csv has the reasons.\n"));
}

TEST(MarkdownReport, SaysSoWhereNothingIsMissingAndNothingWasFound) {
    AuditResult results = worked_result();
    results.findings.clear();
    const std::string text = markdown_report(report_document(english(), worked_case(), results));
    EXPECT_THAT(text, HasSubstr("## What is missing\n\nNothing that this report needs.\n"));
    EXPECT_THAT(text, HasSubstr("## What to doubt\n\nNo check found anything.\n"));
}

TEST(MarkdownReport, ShowsTheReasonOfARefusedReading) {
    const std::string text = markdown_report(
        report_document(english(), worked_case(), refused_result("no carbon factors: give [carbon] factors")));
    EXPECT_THAT(text, HasSubstr("No credits can be computed for 'park': no carbon factors: give [carbon] factors.\n"));
    EXPECT_THAT(text, HasSubstr("| refused: no carbon factors: give [carbon] factors |"));
    EXPECT_THAT(text, HasSubstr("Default reading: route loss;"));
    EXPECT_THAT(text, Not(HasSubstr("### Ledger")));
}

TEST(MarkdownReport, SaysSoWhereNoZoneIsAProject) {
    AuditCase audit = worked_case();
    audit.zones[park].zone.role = ZoneRole::other;
    AuditResult results = worked_result();
    results.statements.clear();
    results.readings.clear();
    results.summaries.clear();
    EXPECT_THAT(markdown_report(report_document(english(), audit, results)),
                HasSubstr("No zone is a project, so no credits are computed; the tables show the mapped loss.\n"));
    audit = tables_case();
    audit.zones[0].zone.role = ZoneRole::other;
    EXPECT_THAT(markdown_report(report_document(english(), audit, AuditResult{})),
                HasSubstr("No zone is a project, so no credits are computed.\n"));
}

TEST(MarkdownReport, CallsCreditsWithoutABeltAnUpperBound) {
    AuditResult results = worked_result();
    results.statements[0].answer = statement_without_belt();
    EXPECT_THAT(markdown_report(report_document(english(), worked_case(), results)),
                HasSubstr("1,350 credits follow (tCO2e), an upper bound.\n"));
}

TEST(MarkdownReport, CarriesTheLabelBelowItsTitle) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    audit.factor_sets[0].stocks["pine"].add({"total", TonnesCPerHa::of(1.0), {}, "demonstration value"});
    EXPECT_EQ(lines_of(markdown_report(report_document(english(), audit, worked_result())))[2],
              "**synthetic landscape; demonstration factors**");
}

TEST(MarkdownReport, ListsEverySource) {
    AuditCase audit = worked_case();
    audit.transitions = TransitionTable{"transitions.csv", {}, {{2010, 2014, {}}, {2014, 2016, {}}}};
    audit.references.push_back({"rate-of-forest", LossRate{0.02, RateBase::forest, "a rate's source"}});
    audit.references.push_back(
        {"history-of-belt", HistoryRule{"belt", ReferencePeriod{LossYear{2014}, LossYear{2016}}, HistoryScale::none}});
    const std::string text = markdown_report(report_document(english(), audit, worked_result()));
    for (const char* line :
         {"- Loss product: GFC-2020-v1.8, loss years 2014 to 2020\n", "- Forest: canopy cover > 30 %\n",
          "- Strata map types-2017: year 2017, role baseline, legend legend.csv\n",
          "- National transitions: transitions.csv, 2010 to 2014, 2014 to 2016\n",
          "- Zones: 'park' (project), 'belt' (displacement_belt of 'park')\n",
          "- Monitoring: 2019-01-01 to 2020-12-31, both days included, 731 days\n",
          "- Reference level rate-of-forest: flat rate, 0.02 of the forest per year; source: a rate's source\n",
          "- Reference level history-of-belt: history of zone 'belt', 2014 to 2016, carried to other zones as it is "
          "(scale none)\n",
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
    results.missing = {{name, name, name}};
    results.findings[0].subject = name;
    const std::string text = markdown_report(report_document(english(), audit, results));
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
