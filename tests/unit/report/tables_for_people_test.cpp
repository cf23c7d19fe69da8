#include "report/tables_for_people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;

using Row = std::vector<std::string>;

TEST(StrataTable, EndsWithATotal) {
    const PlainTable table = strata_table(english(), worked_statement());
    EXPECT_EQ(table.head,
              (Row{"forest type", "forest ha", "expected ha", "lost ha", "expected tCO2e", "emitted tCO2e"}));
    EXPECT_THAT(table.rows, ElementsAre(Row{"evergreen", "100.0", "5.0", "3.0", "1,801", "400"},
                                        Row{"deciduous", "50.0", "1.0", "1.0", "200", "100"},
                                        Row{"all", "150.0", "6.0", "4.0", "2,001", "500"}));
}

TEST(StrataTable, DoesNotKnowWhatWasExpectedOfForestTypesThatTheReferenceLevelDoesNotTellApart) {
    Statement statement = worked_statement();
    for (StratumBalance& stratum : statement.strata) {
        stratum.expected_area.reset();
        stratum.expected_emission.reset();
    }
    EXPECT_THAT(strata_table(english(), statement).rows,
                ElementsAre(Row{"evergreen", "100.0", "not known", "3.0", "not known", "400"},
                            Row{"deciduous", "50.0", "not known", "1.0", "not known", "100"},
                            Row{"all", "150.0", "not known", "4.0", "2,001", "500"}));
}

TEST(YearsTable, SaysThatDisplacementIsNotKnownWithoutABelt) {
    EXPECT_THAT(years_table(english(), worked_statement()).rows,
                ElementsAre(Row{"2019", "1.0000", "1,000", "300", "10"}, Row{"2020", "1.0000", "1,000", "200", "0"},
                            Row{"all", "", "2,001", "500", "10"}));
    for (const Row& row : years_table(english(), statement_without_belt()).rows)
        EXPECT_EQ(row.back(), "not known");
}

TEST(ProjectsTable, HasOneRowPerProjectUpToTheLimit) {
    AuditCase audit = worked_case();
    AuditResult results = worked_result();
    add_project("second", audit, results);
    results.statements.back().answer = Refusal{"no forest"};
    results.readings.back().reference.reset();
    add_project("third", audit, results);
    EXPECT_THAT(projects_table(english(), audit, results, 2).rows,
                ElementsAre(Row{"park", "4.0", "2,001", "500", "10", "1,341", "computed"},
                            Row{"second", "", "", "", "", "", "refused"}));
    EXPECT_EQ(projects_table(english(), audit, results, 9).rows.size(), 3U) << "the belt is no project";
}

TEST(ProjectsTable, ShowsWhatWasExpectedOfARefusedProjectByTheDefaultReadingAlone) {
    AuditResult results = worked_result();
    results.statements[0].answer = Refusal{"no loss reported"};
    EXPECT_THAT(projects_table(english(), worked_case(), results, 9).rows,
                ElementsAre(Row{"park", "", "2,001", "", "", "", "refused"}));
    results.readings.erase(results.readings.begin());  // What option 2 expects is another thing.
    EXPECT_THAT(projects_table(english(), worked_case(), results, 9).rows,
                ElementsAre(Row{"park", "", "", "", "", "", "refused"}));
}

TEST(ProjectsTable, CallsCreditsAnUpperBoundWhereABeltIsNotKnown) {
    AuditResult results = worked_result();
    results.statements[0].answer = statement_without_belt();
    EXPECT_THAT(projects_table(english(), worked_case(), results, 9).rows,
                ElementsAre(Row{"park", "4.0", "2,001", "500", "not known", "1,350", "upper bound"}));
    Statement statement = worked_statement();
    statement.totals.unseen_belts = 1;
    results.statements[0].answer = statement;
    EXPECT_THAT(projects_table(english(), worked_case(), results, 9).rows,
                ElementsAre(Row{"park", "4.0", "2,001", "500", "10", "1,341", "upper bound"}));
}

TEST(LedgerTable, ShowsEveryPostingAndTheSumOfZero) {
    const PlainTable table = ledger_table(english(), worked_statement());
    ASSERT_EQ(table.rows.size(), 9U);
    EXPECT_EQ(table.rows[0], (Row{"reference_emissions (expected)", "2019", "1,000.500"}));
    EXPECT_EQ(table.rows[5], (Row{"deduction (reversal)", "", "-149.075"}));
    EXPECT_EQ(table.rows[8], (Row{"sum", "", "0.000"}));
}

TEST(LossTable, ShowsAllYearsAndTheLastFiveByStratum) {
    const PlainTable table = loss_table(english(), worked_case(), worked_result());
    EXPECT_EQ(table.head, (Row{"zone, forest type", "forest 2000 ha", "lost 2014-2020 ha", "lost 2016-2020 ha"}));
    ASSERT_EQ(table.rows.size(), 8U) << "strata without canopy in 2000 have no row";
    EXPECT_EQ(table.rows[0], (Row{"park, evergreen", "12.0", "3.0", "2.0"}));
    EXPECT_EQ(table.rows[1], (Row{"park, cropland (not forest in the strata map)", "4.0", "0.0", "0.0"}));
    EXPECT_EQ(table.rows[2], (Row{"park, (no data in the strata map)", "1.0", "0.0", "0.0"}));
    EXPECT_EQ(table.rows[3], (Row{"park, loss outside forest", "", "0.0", "0.0"}));
}

TEST(LossTable, CountsTheLastFiveYearsOutsideForestToo) {
    AuditResult results = worked_result();
    results.losses[park].loss_outside_forest = ha(7);
    results.losses[park].outside_by_code[2] = ha(3);  // 2015
    results.losses[park].outside_by_code[3] = ha(4);  // 2016
    EXPECT_EQ(loss_table(english(), worked_case(), results).rows[3],
              (Row{"park, loss outside forest", "", "7.0", "4.0"}));
}

TEST(CanopyTable, ShowsTheThresholdsUnderTheAuditsOwnRule) {
    AuditResult results = worked_result();
    results.canopy = {{park, {.canopy_pct = 10.0}, ha(5), ha(2), ha(1)},
                      {park, {.canopy_pct = 10.0, .canopy_rule = CanopyRule::at_least}, ha(6), ha(2), ha(0)},
                      {park, {.canopy_pct = 12.5, .min_area_ha = 0.5}, ha(4), ha(1), ha(2)}};
    EXPECT_THAT(canopy_table(english(), worked_case(), results).rows,
                ElementsAre(Row{"park", "> 10 %", "0", "5.0", "2.0", "1.0"},
                            Row{"park", "> 12.5 %", "0.5", "4.0", "1.0", "2.0"}));
}

TEST(FactorTable, TurnsCarbonIntoEmissionsAndNamesTheSource) {
    // 120 tC/ha x 44 / 12 = 440 tCO2e/ha, 60 tC/ha half of it.
    EXPECT_THAT(factor_table(english(), worked_factors()).rows,
                ElementsAre(Row{"deciduous", "60", "220.0", "Samreth et al. 2012"},
                            Row{"evergreen", "120", "440.0", "Samreth et al. 2012"}));
}

}  // namespace
}  // namespace reddline::report
