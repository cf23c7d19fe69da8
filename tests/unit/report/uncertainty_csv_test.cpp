#include "report/uncertainty_csv.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "unit/report/uncertain_case.hpp"

namespace reddline::report {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(UncertaintyInputsCsv, ListsWhatIsCoveredTheRemainderAndWhatIsFixed) {
    EXPECT_THAT(uncertainty_inputs_csv(worked_case(), uncertain_result()),
                AllOf(HasSubstr("\npark,evergreen/total,covered,carbon.csv,150,tC/ha,15,normal,150,9,1,0.99,,"),
                      HasSubstr("\npark,of no input alone,remainder,,,,,,,,,0.01,"),
                      HasSubstr("\npark,mapped loss in park,fixed,,4,ha,,,,,,,no sample,")));
}

TEST(UncertaintyCorrelationsCsv, SaysWhatGoesTogetherAndWhoGivesIt) {
    EXPECT_THAT(uncertainty_correlations_csv(worked_case(), uncertain_result()),
                AllOf(HasSubstr("zone,input_a,input_b,rho,origin,label\n"),
                      HasSubstr("\npark,park: evergreen,park: deciduous,-0.25,sample,")));
}

TEST(ProgramDeductionsCsv, ListsProgrammesAndProbabilities) {
    EXPECT_THAT(
        program_deductions_csv(worked_case(), uncertain_result()),
        AllOf(HasSubstr("\npark,VCS,a rule,a document,creditable,26.5,6.79,10,16.5,1250,,,,"),
              HasSubstr("\npark,confidence 0.9,credits reached with this probability,,creditable,26.5,,,,1100,,,,")));
}

TEST(ProgramDeductionsCsv, SaysWhatTheBufferAccountHolds) {
    AuditResult results = uncertain_result();
    ProgrammeDeduction& none = results.uncertainty.deductions.front().programmes.front();
    none.buffered = Credits{135};
    none.buffer = BufferClosing{{2'000}, {0}};

    EXPECT_THAT(program_deductions_csv(worked_case(), results), HasSubstr(",1341,135,2000,0,"));
}

TEST(ProgramDeductionsCsv, CallsNoCreditsNotCreditable) {
    AuditResult results = uncertain_result();
    results.uncertainty.deductions.front().programmes.front().credits = {};

    EXPECT_THAT(program_deductions_csv(worked_case(), results),
                HasSubstr("\npark,none,no deduction for uncertainty,,not-creditable,26.5,0,,,0,,,,"));
}

TEST(UncertaintyCsv, HasARowForEveryReading) {
    const AuditResult results = uncertain_result();
    const std::string text = uncertainty_csv(worked_case(), results);

    EXPECT_EQ(std::ranges::count(text, '\n'), static_cast<std::ptrdiff_t>(results.readings.size() + 1));
    EXPECT_THAT(text, HasSubstr(",no-standard-error,"));
}

TEST(UncertaintyConvergenceCsv, SaysTheErrorWithAllDraws) {
    EXPECT_THAT(uncertainty_convergence_csv(worked_case(), uncertain_result()),
                HasSubstr("\npark,1000,1350,1000,1700,0,0,0,"));
}

}  // namespace
}  // namespace reddline::report
