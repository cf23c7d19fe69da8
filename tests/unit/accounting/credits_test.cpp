#include "accounting/credits.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

namespace reddline::accounting {
namespace {

StatementYear year_of(int year, double reference_tCO2e, double project_tCO2e,
                      std::optional<double> displaced_tCO2e = {}) {
    StatementYear result{LossYear{year}, 1.0, TonnesCO2e::of(reference_tCO2e), TonnesCO2e::of(project_tCO2e), {}, {}};
    if (displaced_tCO2e) result.displaced = TonnesCO2e::of(*displaced_tCO2e);
    return result;
}

Statement closed(std::vector<StatementYear> years, const std::vector<Deduction>& deductions = {}) {
    Statement statement;
    statement.years = std::move(years);
    close_statement(deductions, statement);
    return statement;
}

// Eq. 22, worked: 100,000 expected and 60,000 emitted per year from 2018-03-12 to 2020-12-31, f_2018 = 295/365.
std::vector<StatementYear> years_of_equation_22() {
    const double share_2018 = 295.0 / 365.0;
    return {year_of(2018, share_2018 * 100'000, share_2018 * 60'000), year_of(2019, 100'000, 60'000),
            year_of(2020, 100'000, 60'000)};
}

TEST(CloseStatement, PostsEachYearInWholeKilogramsRoundedAgainstTheCredit) {
    const Statement statement = closed(years_of_equation_22());

    EXPECT_EQ(statement.ledger.postings()[0].amount_kgCO2e, 80'821'917);   // 80,821,917.808 down
    EXPECT_EQ(statement.ledger.postings()[1].amount_kgCO2e, -48'493'151);  // 48,493,150.685 up
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::reference_emissions), 280'821'917);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::project_emissions), -168'493'151);
    EXPECT_EQ(statement.totals.credits.tCO2e, 112'328);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::rounding_remainder), -766);
    EXPECT_EQ(statement.ledger.balance_kgCO2e(), 0);
}

TEST(CloseStatement, KeepsTheTotalsUnrounded) {
    const Statement statement = closed(years_of_equation_22());

    // (295/365 + 2) x 40,000 = 112,328.767; a millionth of a kg is far above the noise of doubles here.
    EXPECT_NEAR(statement.totals.reference.value(), (295.0 / 365.0 + 2) * 100'000, 1e-9);
    EXPECT_NEAR(statement.totals.reduction.value(), 112'328.767, 0.0005);
    EXPECT_EQ(statement.totals.displaced, std::nullopt);
    EXPECT_EQ(statement.totals.deducted.value(), 0);
}

TEST(CloseStatement, TakesADeductionFromTheBalanceRoundedUp) {
    // Eq. 23, worked: 10 % of 112,328,766 kg is 11,232,876.6, posted as 11,232,877; 101,095,889 kg are left.
    const Statement statement = closed(years_of_equation_22(), {{"reversal", 0.1, "a test"}});

    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::deduction), -11'232'877);
    EXPECT_DOUBLE_EQ(statement.totals.deducted.value(), 11'232.877);
    EXPECT_EQ(statement.totals.credits.tCO2e, 101'095);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::rounding_remainder), -889);
    EXPECT_EQ(statement.ledger.balance_kgCO2e(), 0);
}

TEST(CloseStatement, TakesEachDeductionFromWhatTheOnesBeforeItLeft) {
    // 10,001 kg: a quarter is 2,500.25, so 2,501; of the 7,500 left a tenth is 750; 6,750 kg are left.
    const Statement statement =
        closed({year_of(2019, 10.001, 0)}, {{"buffer", 0.25, "a test"}, {"reversal", 0.1, "a test"}});
    std::vector<std::pair<std::string, std::int64_t>> deductions;
    for (const Posting& posting : statement.ledger.postings()) {
        if (posting.account == Account::deduction) deductions.emplace_back(posting.text, posting.amount_kgCO2e);
    }

    EXPECT_THAT(deductions, testing::ElementsAre(std::pair("buffer", -2'501), std::pair("reversal", -750)));
    EXPECT_EQ(statement.totals.credits.tCO2e, 6);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::rounding_remainder), -750);
}

TEST(CloseStatement, RoundsCreditsDownToWholeTonnes) {
    EXPECT_EQ(closed({year_of(2019, 1.999, 0)}).totals.credits.tCO2e, 1);
    EXPECT_EQ(closed({year_of(2019, 2.0, 0)}).totals.credits.tCO2e, 2);
    EXPECT_EQ(closed({year_of(2019, 1.9999, 0)}).ledger.sum_kgCO2e(Account::reference_emissions), 1'999);
    EXPECT_EQ(closed({year_of(2019, 1.0, 0.0001)}).totals.credits.tCO2e, 0);  // 0.1 kg is posted as 1 kg: 999 are left.
}

TEST(CloseStatement, DoesNotTakeTheNoiseOfDoublesForAKilogram) {
    const double three_tenths = 0.1 + 0.2;  // 0.30000000000000004
    const double just_below = 1.0 - std::numeric_limits<double>::epsilon();
    const Statement statement = closed({year_of(2019, just_below, three_tenths)});

    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::reference_emissions), 1'000);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::project_emissions), -300);
}

TEST(CloseStatement, SnapsAMillionthOfAKilogramAndNoMore) {
    // 2e-6 kg above a whole kilogram is an amount, 5e-7 kg is noise.
    EXPECT_EQ(closed({year_of(2019, 1, 0.3 + 2e-9)}).ledger.sum_kgCO2e(Account::project_emissions), -301);
    EXPECT_EQ(closed({year_of(2019, 1, 0.3 + 5e-10)}).ledger.sum_kgCO2e(Account::project_emissions), -300);
    EXPECT_EQ(closed({year_of(2019, 1 - 2e-9, 0)}).ledger.sum_kgCO2e(Account::reference_emissions), 999);
    EXPECT_EQ(closed({year_of(2019, 1 - 5e-10, 0)}).ledger.sum_kgCO2e(Account::reference_emissions), 1'000);
}

TEST(CloseStatement, TakesDisplacedEmissionsOff) {
    const Statement statement = closed({year_of(2019, 100, 60, 8), year_of(2020, 100, 60, 0)});

    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::displaced_emissions), -8'000);
    EXPECT_DOUBLE_EQ(statement.totals.displaced->value(), 8);
    EXPECT_DOUBLE_EQ(statement.totals.reduction.value(), 72);
    EXPECT_EQ(statement.totals.credits.tCO2e, 72);
}

TEST(CloseStatement, GivesNoCreditAndNoDeductionForMoreThanWasExpected) {
    const Statement statement = closed({year_of(2019, 60, 100.5)}, {{"reversal", 0.1, "a test"}});

    EXPECT_EQ(statement.totals.credits.tCO2e, 0);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::excess_emissions), 40'500);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::deduction), 0);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::credits), 0);
    EXPECT_DOUBLE_EQ(statement.totals.reduction.value(), -40.5);
    EXPECT_EQ(statement.ledger.balance_kgCO2e(), 0);
}

TEST(CloseStatement, GivesNothingWhereExactlyTheExpectedWasEmitted) {
    for (const double amount_tCO2e : {0.0, 1.0, 33'333.0, 0.3}) {
        const Statement statement = closed({year_of(2019, amount_tCO2e, amount_tCO2e)});
        EXPECT_EQ(statement.totals.credits.tCO2e, 0);
        EXPECT_EQ(statement.ledger.balance_kgCO2e(), 0);
        EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::excess_emissions), 0);
    }
}

TEST(CloseStatement, BalancesToZeroAndNeverFavoursTheCreditForAnyNumbers) {
    std::mt19937_64 draw(20180312);
    // Uniform in 0..1 from the top 53 bits: the same numbers with every compiler.
    const auto share = [&] { return static_cast<double>(draw() >> 11) * 0x1.0p-53; };
    for (int run = 0; run < 5'000; ++run) {
        const double scale_tCO2e = std::pow(10.0, 8.0 * share() - 2.0);
        std::vector<StatementYear> years;
        for (int year = 2015; year < 2015 + 1 + run % 5; ++year) {
            const auto displaced = run % 2 == 0 ? std::optional(0.2 * share() * scale_tCO2e) : std::nullopt;
            years.push_back(year_of(year, share() * scale_tCO2e, share() * scale_tCO2e, displaced));
        }
        const Statement statement = closed(years, {{"first", share(), "a test"}, {"second", share(), "a test"}});
        const Ledger& ledger = statement.ledger;

        ASSERT_EQ(ledger.balance_kgCO2e(), 0);
        ASSERT_GE(statement.totals.credits.tCO2e, 0);
        ASSERT_EQ(ledger.sum_kgCO2e(Account::credits), -1'000 * statement.totals.credits.tCO2e);
        ASSERT_LE(ledger.sum_kgCO2e(Account::rounding_remainder), 0);
        ASSERT_GT(ledger.sum_kgCO2e(Account::rounding_remainder), -1'000);
        // Half a kilogram covers the noise that may be snapped; rounding itself only ever takes away.
        ASSERT_LE(static_cast<double>(statement.totals.credits.tCO2e),
                  std::max(0.0, statement.totals.reduction.value()) + 0.0005);
    }
}

TEST(CloseStatement, CreditsNothingWhenEverythingIsDeducted) {
    const Statement statement = closed({year_of(2019, 123.456, 0)}, {{"all", 1.0, "a test"}});

    EXPECT_EQ(statement.totals.credits.tCO2e, 0);
    EXPECT_EQ(statement.ledger.sum_kgCO2e(Account::deduction), -123'456);
    EXPECT_EQ(statement.ledger.balance_kgCO2e(), 0);
}

}  // namespace
}  // namespace reddline::accounting
