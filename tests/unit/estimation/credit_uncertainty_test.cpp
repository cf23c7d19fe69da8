#include "estimation/credit_uncertainty.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "unit/estimation/model_case.hpp"
#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using tests::form;
using tests::model_of;
using tests::results_of;

constexpr double per_tC = 44.0 / 12.0;
constexpr double errors = 4.0;  // Monte Carlo standard errors

/// 100 ha of evergreen expected to be lost beyond what was: 44/12 x 100 x (150 +/- 15), which is normal.
ZoneUncertainty of_linear_case() {
    const AuditCase audit = tests::uncertain_case();
    return credit_uncertainty(audit, results_of(model_of(form({{"evergreen", 100.0}})), per_tC * 15'000.0)).zones.at(0);
}

TEST(CreditUncertainty, AgreesWithTheNormalDistributionWhereReductionsAreLinear) {
    const ZoneUncertainty result = of_linear_case();
    const ReductionSpread& spread = result.spread;
    const double deviation = per_tC * 1500.0;
    const double root = std::sqrt(100'000.0);

    EXPECT_EQ(spread.draws, 100'000U);
    EXPECT_DOUBLE_EQ(spread.central.value(), per_tC * 15'000.0);
    EXPECT_NEAR(spread.approach_1_standard_error.value(), deviation, 1e-9);
    EXPECT_NEAR(spread.mean.value(), per_tC * 15'000.0, errors * deviation / root);
    EXPECT_NEAR(spread.standard_deviation.value(), deviation, errors * deviation / root / std::sqrt(2.0));
    // The standard error of a quantile is sqrt(p (1 - p)/n) by the density there: 1.2533 and 2.1132 deviations/sqrt(n).
    EXPECT_NEAR(spread.quantiles.median.value(), per_tC * 15'000.0, errors * 1.2533 * deviation / root);
    EXPECT_NEAR(spread.quantiles.q05.value(), per_tC * 15'000.0 - 1.644854 * deviation,
                errors * 2.1132 * deviation / root);
    EXPECT_NEAR(spread.quantiles.q95.value(), per_tC * 15'000.0 + 1.644854 * deviation,
                errors * 2.1132 * deviation / root);
    EXPECT_NEAR(*spread.half_width_pct, 16.44854, 0.2);
    EXPECT_EQ(spread.share_positive, 1.0);
    EXPECT_EQ(spread.share_of_claim, std::nullopt);
    // Its own account of that error: twenty batches give it to about a sixth.
    EXPECT_NEAR(result.monte_carlo_error.median.value(), 1.2533 * deviation / root, 0.65 * 1.2533 * deviation / root);
}

TEST(CreditUncertainty, SharesAFactorAmongAllThatWeighsOnIt) {
    // 100 ha expected and 90 ha lost of one stratum differ by 10 ha: the error is that of 10 ha, not of both.
    const AuditCase audit = tests::uncertain_case();
    const auto all =
        credit_uncertainty(audit, results_of(model_of(form({{"evergreen", 100.0 - 90.0}})), per_tC * 1500.0));

    EXPECT_NEAR(all.zones.at(0).spread.approach_1_standard_error.value(), per_tC * 150.0, 1e-9);
}

TEST(CreditUncertainty, GivesTheVarianceOfAProductOfTwoNormals) {
    const AuditCase audit = tests::uncertain_case();
    CreditModel model =
        model_of({{}, tests::weights({{"evergreen", 40.0}}), {{"area", tests::weights({{"evergreen", 8.0}})}}});
    model.areas = {{"area", 40.0, 8.0, "ha"}};
    const ZoneUncertainty result = credit_uncertainty(audit, results_of(model, per_tC * 6000.0)).zones.at(0);

    const double exact = per_tC * std::sqrt(40.0 * 40.0 * 225.0 + 150.0 * 150.0 * 64.0 + 225.0 * 64.0);
    const double first_order = per_tC * std::sqrt(40.0 * 40.0 * 225.0 + 150.0 * 150.0 * 64.0);
    EXPECT_NEAR(result.spread.approach_1_standard_error.value(), first_order, 1e-6);
    EXPECT_NEAR(result.spread.standard_deviation.value(), exact, errors * 1.1 * exact / std::sqrt(200'000.0));
    ASSERT_EQ(result.inputs.size(), 2U);
    const double all = 40.0 * 40.0 * 225.0 + 150.0 * 150.0 * 64.0 + 225.0 * 64.0;
    EXPECT_NEAR(result.inputs[0].monte_carlo_share, 40.0 * 40.0 * 225.0 / all, 0.01);
    EXPECT_NEAR(result.inputs[1].monte_carlo_share, 150.0 * 150.0 * 64.0 / all, 0.01);
    EXPECT_NEAR(result.unshared, 225.0 * 64.0 / all, 0.005);
    EXPECT_NEAR(result.inputs[0].approach_1_share + result.inputs[1].approach_1_share, 1.0, 1e-12);
}

TEST(CreditUncertainty, FollowsTheRulesOfTheAudit) {
    AuditCase audit = tests::uncertain_case();
    audit.uncertainty.inputs = {tests::rule_of(DistributionFamily::log_normal, "evergreen/total")};
    audit.uncertainty.correlations = {{"evergreen/total", "deciduous/total", 1.0, "correlation.csv:2"}};
    audit.uncertainty.confidence = {0.75};
    audit.deductions = {{"reversal", 0.1, "a test"}};
    const auto all =
        credit_uncertainty(audit, results_of(model_of(form({{"evergreen", 100.0}, {"deciduous", 100.0}})), 1e6));
    const ZoneUncertainty& zone = all.zones.at(0);

    EXPECT_NEAR(zone.spread.approach_1_standard_error.value(), per_tC * 2100.0, 1e-6);
    EXPECT_EQ(zone.inputs[1].family, DistributionFamily::log_normal);
    ASSERT_EQ(zone.confident.size(), 1U);
    const double reached = zone.confident[0].reduction.value();
    EXPECT_NEAR(reached, per_tC * (21'000.0 - 0.674490 * 2100.0), 0.01 * per_tC * 2100.0 + 100.0);
    EXPECT_EQ(zone.confident[0].credits.tCO2e, static_cast<std::int64_t>(0.9 * reached));
}

TEST(CreditUncertainty, CountsTheDrawsThatReachTheClaim) {
    AuditCase audit = tests::uncertain_case();
    Claim claim;
    claim.zone = "project";
    claim.items[ClaimItem::credits] = TonnesCO2e::of(per_tC * 15'000.0);
    audit.claim = claim;
    const auto all = credit_uncertainty(audit, results_of(model_of(form({{"evergreen", 100.0}})), 1.0));

    EXPECT_NEAR(*all.zones.at(0).spread.share_of_claim, 0.5, errors * 0.5 / std::sqrt(100'000.0));
}

TEST(CreditUncertainty, ClosesTheBufferOfEachProgramme) {
    AuditCase audit = tests::uncertain_case();
    audit.buffer = CreditBuffer{0.1,
                                "a rule",
                                {{"project", BufferPostingKind::opening, {400}, "a report", "buffer.csv:2"},
                                 {"project", BufferPostingKind::reversal, {5'800}, "a report", "buffer.csv:3"},
                                 {"elsewhere", BufferPostingKind::opening, {9}, "a report", "buffer.csv:4"}}};
    const auto all = credit_uncertainty(audit, results_of(model_of(form({{"evergreen", 100.0}})), per_tC * 15'000.0));

    // 55,000 credits, 5,500 set aside: 400 + 5,500 - 5,800 = 100. FCPF takes 4 %: 400 + 5,280 - 5,800 = -120.
    const ProgrammeDeduction& none = *all.deduction(0, "none");
    EXPECT_EQ(none.buffered->tCO2e, 5'500);
    EXPECT_EQ(none.buffer->balance.tCO2e, 100);
    EXPECT_EQ(none.buffer->shortfall.tCO2e, 0);
    const ProgrammeDeduction& fcpf = *all.deduction(0, "FCPF");
    EXPECT_EQ(fcpf.buffered->tCO2e, 5'280);
    EXPECT_EQ(fcpf.buffer->balance.tCO2e, 0);
    EXPECT_EQ(fcpf.buffer->shortfall.tCO2e, 120);
}

TEST(CreditUncertainty, HasNoBufferAccountWithoutALedgerOfTheProject) {
    AuditCase audit = tests::uncertain_case();
    audit.buffer = CreditBuffer{0.1, "a rule", {{"elsewhere", BufferPostingKind::opening, {9}, "a", "buffer.csv:2"}}};
    const auto all = credit_uncertainty(audit, results_of(model_of(form({{"evergreen", 100.0}})), 1e6));

    EXPECT_FALSE(all.deduction(0, "none")->buffer.has_value());
}

TEST(CreditUncertainty, RepeatsItselfWithTheSameSeedAlone) {
    AuditCase audit = tests::uncertain_case();
    const AuditResult results = results_of(model_of(form({{"evergreen", 100.0}})), 1.0);
    const double median = credit_uncertainty(audit, results).zones.at(0).spread.quantiles.median.value();

    EXPECT_EQ(credit_uncertainty(audit, results).zones.at(0).spread.quantiles.median.value(), median);
    audit.uncertainty.seed = 2;
    const double other = credit_uncertainty(audit, results).zones.at(0).spread.quantiles.median.value();
    EXPECT_NE(other, median);
    EXPECT_NEAR(other, median, errors * std::sqrt(2.0) * 1.2533 * per_tC * 1500.0 / std::sqrt(100'000.0));
}

TEST(CreditUncertainty, IsEmptyWhereNoReadingHasAModel) {
    AuditResult results;
    EXPECT_TRUE(credit_uncertainty(tests::uncertain_case(), results).zones.empty());
}

}  // namespace
}  // namespace reddline::estimation
