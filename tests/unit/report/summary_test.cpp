#include "report/summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/wrapped_text.hpp"
#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t screen_lines = 50;
constexpr std::size_t lines_of_one_project =
    37;  // 40 less what else is said of a run: pixels, results and one to spare

/// No line is wider than the screen.
void expect_narrow(const std::string& text) {
    for (const std::string& line : lines_of(text))
        EXPECT_LE(text_width(line), screen_columns) << line;
}

TEST(Summary, AnswersForOneProjectWithTableReadingsDoubtsAndWhatIsMissing) {
    AuditResult results = worked_result();
    results.missing = {{"deductions", "the programme's rules", "what is held back"},
                       {"a belt", "the project's map", "what moved elsewhere"}};
    EXPECT_EQ(
        summary_text(english(), worked_case(), results),
        "Worked by hand\n"
        "\n"
        "The 2 readings of the rules that treat what was expected and what is observed alike give 1,341 to 1,350 "
        "credits (median\n"
        "    1,346).\n"
        "The choice that matters most is route (how the loss is observed): changing it alone moves the credits by "
        "9 on average,\n"
        "    at most 9.\n"
        "\n"
        "From 2019-01-01 to 2020-12-31 the maps show 4.0 ha of forest lost in 'park', 75 % of it in evergreen. The "
        "reference\n"
        "level expected 6.0 ha lost and 2,001 tCO2e emitted; 500 tCO2e were emitted and 10 tCO2e displaced into "
        "the belt. Under\n"
        "the default reading 1,341 credits follow (tCO2e).\n"
        "Default reading: route loss; strata types-2017; forest is canopy cover > 30 %; option-1; post-stock; "
        "reference level\n"
        "    transitions; linear; pooled; static areas (explained in report.md).\n"
        "\n"
        "  forest type  forest ha  expected ha  lost ha  expected tCO2e  emitted tCO2e\n"
        "  evergreen        100.0          5.0      3.0           1,801            400\n"
        "  deciduous         50.0          1.0      1.0             200            100\n"
        "  all              150.0          6.0      4.0           2,001            500\n"
        "\n"
        "To doubt (all in findings.csv): 0 contradictions, 1 warning, 1 note.\n"
        "  warning data_gap (park): A warning.\n"
        "\n"
        "Missing (missing.csv says what it would decide): deductions; a belt.\n");
}

TEST(Summary, SaysFirstWhatIsClaimedWhatTheEvidenceGivesWhereTheyDifferAndWhatWouldSettleIt) {
    const std::string text = summary_text(english(), claimed_case(), claimed_result());
    std::size_t place = 0;
    for (const char* const piece :
         {"The claim: 2,000 credits (monitoring report 2021).", "alike give 1,341 to 1,350",
          "None of them reaches the claim", "The choice that matters most is route",
          "differ most in evergreen: 1.0 ha reported, 3.0 ha mapped", "with the forest types of types-2017 1,760",
          "The claim is 659 tCO2e above the default reading", "What would settle that: the forest-type map",
          "the maps show 4.0 ha", "reported ha  reported tCO2e\n", "To doubt"}) {
        const std::size_t found = text.find(piece, place);
        ASSERT_NE(found, std::string::npos) << piece << "\nin\n" << text;
        place = found;
    }
    EXPECT_LE(lines_of(text).size(), lines_of_one_project);
    expect_narrow(text);
}

TEST(Summary, FitsAScreenForOneProjectWithManyForestTypesAndLongNames) {
    AuditResult results = claimed_result();
    Statement statement = worked_statement();
    StratumBalance balance{"", Hectares::of(1.0), std::nullopt, {}, std::nullopt, {}};
    for (int type = 0; type < 20; ++type) {
        balance.stratum = "forest type " + std::to_string(type);
        statement.strata.push_back(balance);
    }
    results.statements[0].answer = statement;
    results.findings.assign(9, {"data_gap", Severity::warning, "",
                                "A warning of many words, which goes on for more than a line of the screen.", ""});
    for (std::size_t i = 0; i < results.findings.size(); ++i)
        results.findings[i].subject = "zone " + std::to_string(i);
    const std::string text = summary_text(english(), claimed_case(), results);
    EXPECT_LE(lines_of(text).size(), lines_of_one_project) << text;
    expect_narrow(text);
    EXPECT_THAT(text, HasSubstr("  and 14 more: see report.md\n"));
}

TEST(Summary, ShowsTheClaimOnOneOfSeveralProjects) {
    AuditCase audit = claimed_case();
    AuditResult results = claimed_result();
    add_project("second", audit, results);
    const std::vector<std::string> lines = lines_of(summary_text(english(), audit, results));
    EXPECT_EQ(lines[2], "Project 'park':");
    EXPECT_EQ(lines[4], "The claim: 2,000 credits (monitoring report 2021).");
}

TEST(Summary, ShowsAClaimThatSpeaksOfNoneOfSeveralProjects) {
    AuditCase audit = tables_case();
    audit.claim->zone.clear();
    AuditResult results = tables_result();
    results.claim_rows.clear();
    add_project("second", audit, results);
    const std::vector<std::string> lines = lines_of(summary_text(english(), audit, results));
    EXPECT_EQ(lines[2], "The claim: 2,000 credits (monitoring report 2021).");
    EXPECT_EQ(lines[3], "It speaks of none of the zones.");
}

TEST(Summary, SpeaksOfNoMappedLossWhereNothingWasCounted) {
    const std::string text = summary_text(english(), tables_case(), tables_result());
    EXPECT_THAT(text, HasSubstr("the claim reports 4.0 ha of forest lost in 'park'"));
    EXPECT_THAT(text, HasSubstr("Default reading: route reported; forest areas as declared; "));
    EXPECT_THAT(text, Not(HasSubstr("mapped")));
    EXPECT_THAT(text, Not(HasSubstr("the maps show")));

    AuditCase without_project = tables_case();
    without_project.zones[0].zone.role = ZoneRole::other;
    EXPECT_THAT(summary_text(english(), without_project, AuditResult{}),
                HasSubstr("No zone is a project, so no credits are computed.\n"));
}

TEST(Summary, ShowsTheLabelBelowTheTitle) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    EXPECT_EQ(lines_of(summary_text(english(), audit, worked_result()))[1], "[synthetic landscape]");
}

TEST(Summary, ShowsWhyADefaultReadingIsRefused) {
    EXPECT_THAT(
        summary_text(english(), worked_case(), refused_result("no monitoring period: give [monitoring] start and end")),
        HasSubstr("No credits can be computed for 'park': no monitoring period: give [monitoring] start and end.\n"));
}

TEST(Summary, FitsAScreenForManyProjectsAndManyFindings) {
    AuditCase audit = worked_case();
    AuditResult results = worked_result();
    for (int i = 2; i <= 60; ++i)
        add_project("project " + std::to_string(i), audit, results);
    for (ZoneStatement& statement : results.statements) {
        if (statement.zone > 30) statement.answer = Refusal{"reason " + std::to_string(statement.zone)};
    }
    for (int i = 0; i < 100; ++i)
        results.findings.push_back({"data_gap", Severity::warning, "zone " + std::to_string(i), "A warning.", ""});
    const std::string text = summary_text(english(), audit, results);
    EXPECT_LE(lines_of(text).size(), screen_lines);
    EXPECT_THAT(
        text, HasSubstr("  project 12      4.0           2,001            500               10    1,341  computed\n"));
    EXPECT_THAT(text, HasSubstr("  and 48 more: see readings.csv\n"));
    EXPECT_THAT(text, HasSubstr("To doubt (all in findings.csv): 0 contradictions, 101 warnings, 1 note; "
                                "the first 3 of 101 kinds without the notes:\n"));
    expect_narrow(text);
    EXPECT_THAT(text, HasSubstr("  refused: reason "));
    EXPECT_THAT(text, HasSubstr("Default reading: route loss;"));
}

TEST(Summary, ListsContradictionsBeforeWarnings) {
    AuditResult results = worked_result();
    results.findings.push_back({"ledger_balance", Severity::contradiction, "park", "It does not balance.", ""});
    const std::string text = summary_text(english(), worked_case(), results);
    EXPECT_LT(text.find("contradiction ledger_balance (park): It does not balance.\n"), text.find("warning data_gap"));
}

/// The worked case without a project: `names` of role other, each with the worked loss.
AuditCase other_zones(const std::vector<std::string>& names, AuditResult& results) {
    AuditCase audit = worked_case();
    audit.zones.clear();
    results.statements.clear();
    results.readings.clear();
    results.summaries.clear();
    results.losses.clear();
    for (const std::string& name : names) {
        audit.zones.push_back({{name, ZoneRole::other, name, ""}, 1, 0, ha(16), 0});
        results.losses.push_back(worked_loss());
    }
    return audit;
}

TEST(Summary, ShowsTheLossOfEachForestTypeAndNoReferenceLevelWhereNoZoneIsAProject) {
    AuditResult results = worked_result();
    const AuditCase audit = other_zones({"town", "lake"}, results);
    const std::string text = summary_text(english(), audit, results);
    EXPECT_THAT(text,
                HasSubstr("\n"
                          "No zone is a project, so no credits are computed. The period is 2019-01-01 to "
                          "2020-12-31.\n"
                          "\n"
                          "  zone  forest type            forest 2000 ha  lost 2014-2020 ha  lost in the period ha\n"
                          "  town  evergreen                        12.0                3.0                    2.0\n"
                          "        not forest in the map             5.0                0.0                    0.0\n"
                          "        all                              17.0                3.0                    2.0\n"
                          "  lake  evergreen "));
    EXPECT_THAT(text,
                HasSubstr("How loss is counted: route loss; strata types-2017; forest is canopy cover > 30 %.\n"));
    EXPECT_THAT(text, Not(HasSubstr("reference level")));
}

TEST(Summary, ShowsALineForEachOfManyZonesWhereNoneIsAProject) {
    std::vector<std::string> names{"park"};
    for (int i = 1; i < 202; ++i)
        names.push_back("zone " + std::to_string(i));
    AuditResult results = worked_result();
    const std::string text = summary_text(english(), other_zones(names, results), results);
    EXPECT_THAT(text, HasSubstr("  zone     area ha  forest 2000 ha  lost 2014-2020 ha  lost in the period ha\n"
                                "  park        16.0            17.0                3.0                    2.0\n"));
    EXPECT_LE(lines_of(text).size(), screen_lines);
    EXPECT_THAT(text, HasSubstr("  and 190 more: see canopy.csv\n"));
}

TEST(Summary, ShowsTheLossOfOtherZonesBesideAProjectWithinTheScreen) {
    AuditCase audit = claimed_case();
    AuditResult results = claimed_result();
    results.findings.assign(9, {"data_gap", Severity::warning, "", std::string(100, 'w'), ""});
    for (std::size_t i = 0; i < results.findings.size(); ++i)
        results.findings[i].subject = "zone " + std::to_string(i);
    const std::size_t lines = lines_of(summary_text(english(), audit, results)).size();
    for (const char* const name : {"town", "lake", "road", "farm"}) {
        audit.zones.push_back({{name, ZoneRole::other, name, ""}, 1, 0, ha(16), 0});
        results.losses.push_back(worked_loss());
    }
    const std::string text = summary_text(english(), audit, results);
    EXPECT_THAT(text,
                HasSubstr("\nZones of role other, forest lost in the period by the maps: 'town' 2.0 ha (evergreen "
                          "2.0); 'lake' 2.0 ha (evergreen\n"
                          "    2.0); and 2 more: see report.md.\n"));
    EXPECT_LE(lines_of(text).size(), lines);
    expect_narrow(text);
}

}  // namespace
}  // namespace reddline::report
