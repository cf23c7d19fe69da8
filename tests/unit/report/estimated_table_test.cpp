#include "report/estimated_table.hpp"

#include <gmock/gmock.h>

#include "support/sample_evidence_case.hpp"
#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Row = std::vector<std::string>;

AuditCase sampled_case() {
    AuditCase audit = worked_case();
    audit.sample = tests::two_losses();
    audit.sample->zone = "park";
    return audit;
}

/// Half of what the sample shows lies in the period: 30 of 60 ha of evergreen and 4 of 8 ha of deciduous forest. The map shows
/// 3 ha of evergreen forest, and 1 ha of bamboo, which no class of the sample is loss of.
AuditResult sampled_result() {
    const auto area = [](double value) { return Hectares::of(value); };
    AuditResult results = worked_result();
    StratumQuestion question;
    question.zone = park;
    question.mixes = {
        {MixSource::estimated, std::nullopt, {{"evergreen", area(30.0), 0.0}, {"deciduous", area(4.0), 0.0}}, {}},
        {MixSource::mapped, 0, {{"evergreen", area(3.0), 0.75}, {"bamboo", area(1.0), 0.25}}, {}}};
    results.stratum_questions = {question};
    return results;
}

TEST(EstimatedTable, SetsTheSampleBesideTheMapWithItsErrorsOfThePeriod) {
    const PlainTable table = estimated_table(english(), sampled_case(), sampled_result(), park);
    EXPECT_EQ(table.head, (Row{"forest type", "mapped ha", "estimated ha", "standard error ha"}));
    EXPECT_THAT(table.rows, ElementsAre(Row{"deciduous", "0.0", "4.0", "3.0"}, Row{"evergreen", "3.0", "30.0", "6.0"},
                                        Row{"bamboo", "1.0", "-", "-"}, Row{"all", "4.0", "34.0", "-"}));
}

TEST(EstimatedTable, HasNoErrorWhereTheSampleGivesNone) {
    AuditCase audit = sampled_case();
    audit.sample->sums[0].area_ha = {0.0, std::nullopt, EstimateGap::no_variation};
    AuditResult results = sampled_result();
    results.stratum_questions[0].mixes[0].strata.pop_back();
    EXPECT_EQ(estimated_table(english(), audit, results, park).rows[0], (Row{"deciduous", "0.0", "0.0", "-"}));
}

TEST(EstimatedTable, KnowsNoMapWhereNothingWasCounted) {
    AuditResult results = sampled_result();
    results.stratum_questions[0].mixes.pop_back();
    EXPECT_EQ(estimated_table(english(), sampled_case(), results, park).rows.back(), (Row{"all", "-", "34.0", "-"}));
}

TEST(EstimatedTable, HasNoRowWithoutAnEstimate) {
    EXPECT_THAT(estimated_table(english(), claimed_case(), claimed_result(), park).rows, IsEmpty());
    EXPECT_THAT(estimated_table(english(), worked_case(), worked_result(), park).rows, IsEmpty());
}

}  // namespace
}  // namespace reddline::report
