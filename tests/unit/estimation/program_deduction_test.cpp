#include "estimation/program_deduction.hpp"

#include <gmock/gmock.h>

namespace reddline::estimation {
namespace {

TEST(ProgrammeDeductions, GiveTheWorkedExample) {
    // Eq. 30, worked: reductions of 100,000 with a standard error of 20,000 have the half-width 32.897 %.
    const auto deductions =
        programme_deductions({32.8970725390294, 32.8970725390294}, TonnesCO2e::of(100'000), std::nullopt);

    ASSERT_EQ(deductions.size(), 3U);
    EXPECT_EQ(deductions[0].programme, "VCS");
    EXPECT_NEAR(*deductions[0].deduction_pct, 8.614, 0.0005);
    EXPECT_EQ(deductions[0].credits.tCO2e, 91'386);
    EXPECT_EQ(deductions[0].nearest_step_pct, 10.0);
    EXPECT_EQ(deductions[1].programme, "TREES");
    EXPECT_NEAR(*deductions[1].deduction_pct, 32.8970725 / 1.645006 * 0.524417, 1e-6);
    EXPECT_EQ(deductions[1].nearest_step_pct, std::nullopt);
    EXPECT_EQ(deductions[2].programme, "FCPF");
    EXPECT_EQ(*deductions[2].deduction_pct, 8.0);
    EXPECT_EQ(deductions[2].credits.tCO2e, 92'000);
    EXPECT_EQ(deductions[2].nearest_step_pct, 30.0);
    for (const ProgrammeDeduction& programme : deductions)
        EXPECT_EQ(programme.buffered, std::nullopt);
}

TEST(ProgrammeDeductions, StandAtTheirStepsOnTheLenientSide) {
    EXPECT_EQ(vcs_deduction_pct(10.0), 0.0);
    EXPECT_NEAR(*vcs_deduction_pct(10.000001), 2.618, 0.001);
    EXPECT_NEAR(*vcs_deduction_pct(100.0), 26.184, 0.001);
    EXPECT_EQ(vcs_deduction_pct(100.000001), std::nullopt);
    EXPECT_EQ(trees_deduction_pct(0.0), 0.0);
    EXPECT_EQ(fcpf_deduction_pct(15.0), 0.0);
    EXPECT_EQ(fcpf_deduction_pct(15.1), 4.0);
    EXPECT_EQ(fcpf_deduction_pct(30.0), 4.0);
    EXPECT_EQ(fcpf_deduction_pct(60.0), 8.0);
    EXPECT_EQ(fcpf_deduction_pct(100.0), 12.0);
    EXPECT_EQ(fcpf_deduction_pct(100.1), 15.0);
}

TEST(ProgrammeDeductions, CreditNothingWhereTheMedianIsNotAboveZero) {
    for (const ProgrammeDeduction& programme : programme_deductions({}, TonnesCO2e::of(100), std::nullopt)) {
        EXPECT_EQ(programme.deduction_pct, std::nullopt) << programme.programme;
        EXPECT_EQ(programme.credits.tCO2e, 0) << programme.programme;
    }
}

TEST(ProgrammeDeductions, TakeTheHalfWidthOfTheMeanUnderTrees) {
    // A skewed interval: 40 wide to either side around a median of 100 and a mean of 160.
    const auto deductions = programme_deductions({40.0, 25.0}, TonnesCO2e::of(100), std::nullopt);

    EXPECT_NEAR(*deductions[0].deduction_pct, 40.0 / 1.6449 * 0.4307, 1e-9);
    EXPECT_NEAR(*deductions[1].deduction_pct, 25.0 / 1.645006 * 0.524417, 1e-9);
    EXPECT_EQ(deductions[1].half_width_pct, 25.0);
}

TEST(ProgrammeDeductions, SetTheBufferAsideRoundedUp) {
    const auto deductions = programme_deductions({12.0, 12.0}, TonnesCO2e::of(1001.9), CreditBuffer{0.1, "a test"});

    EXPECT_EQ(deductions[2].credits.tCO2e, 1001);  // FCPF deducts nothing at 12 %
    EXPECT_EQ(deductions[2].buffered->tCO2e, 101);
}

TEST(ProgrammeDeductions, NeverCreditBelowZero) {
    // A half-width of 400 % would take 127.5 % under TREES.
    EXPECT_EQ(programme_deductions({400.0, 400.0}, TonnesCO2e::of(100), std::nullopt)[1].credits.tCO2e, 0);
    EXPECT_EQ(programme_deductions({5.0, 5.0}, TonnesCO2e::of(-100), std::nullopt)[0].credits.tCO2e, 0);
}

}  // namespace
}  // namespace reddline::estimation
