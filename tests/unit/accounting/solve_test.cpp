#include "accounting/solve.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "accounting/readings.hpp"
#include "support/thrown_error.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using tests::small_case;

AuditCase disputed() {
    AuditCase audit = small_case({{"project", "evergreen", "evergreen", 80, 0, 900},
                                  {"project", "evergreen", "crops", 80, 2019, 100},
                                  {"project", "deciduous", "deciduous", 80, 0, 500},
                                  {"reference", "evergreen", "", 80, 0, 100}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.claim = tests::empty_claim();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(20'000);
    return audit;
}

TEST(Solve, AnswersEveryReadingThatIsAskedForAndCanBeComputed) {
    const AuditCase audit = disputed();
    const std::vector<Reading> readings = every_reading(audit);
    const Solution solution = solve(audit, readings);
    ASSERT_EQ(solution.statements.size(), 1U);  // the project alone
    for (const ReadingResult& result : tests::EveryReading(audit).results()) {
        const auto rows = std::ranges::count(solution.by_reading, std::optional(result.reading), &SolvedInput::reading);
        // For both targets: lost area, share, two strata, forest area, reference level, and two stocks.
        EXPECT_EQ(rows, result.answer.given() ? 2 * 8 : 0);
    }
    EXPECT_THAT(solution.of_claim_alone, IsEmpty());
}

TEST(Solve, AgreesWithTheReadingsOnWhatIsExpected) {
    const AuditCase audit = disputed();
    const Solution solution = solve(audit, every_reading(audit));
    std::size_t compared = 0;
    for (const ReadingResult& result : tests::EveryReading(audit).results()) {
        for (const SolvedInput& input : solution.by_reading) {
            if (input.reading != result.reading || !input.input.starts_with("reference level")) continue;
            const CreditTotals& totals = result.answer.value();
            const double reduction = input.target == SolveTarget::claim ? 20'000 : 0;
            EXPECT_DOUBLE_EQ(*input.present, totals.reference.value());
            EXPECT_DOUBLE_EQ(*input.needed, totals.project.value() + reduction);
            ++compared;
        }
    }
    EXPECT_GT(compared, 8U);
}

TEST(Solve, KeepsTheReasonOfADefaultReadingThatIsRefused) {
    AuditCase audit = disputed();
    audit.references.clear();
    const Solution solution = solve(audit, every_reading(audit));
    EXPECT_THAT(solution.by_reading, IsEmpty());
    ASSERT_FALSE(solution.statements[0].answer.given());
    EXPECT_THAT(solution.statements[0].answer.refusal().reason, HasSubstr("no reference level"));
}

TEST(Solve, StopsWhereAZoneHoldsAForestWithoutAFactor) {
    AuditCase audit = disputed();
    audit.factor_sets[0].stocks.erase("deciduous");
    const Error error = tests::thrown_error([&] { return solve(audit, every_reading(audit)); });
    EXPECT_EQ(error.code(), ErrorCode::factor_missing);
}

}  // namespace
}  // namespace reddline::accounting
