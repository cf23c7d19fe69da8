#include "estimation/sampled_correlations.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>

#include "estimation/credit_uncertainty.hpp"
#include "estimation/sampled_losses.hpp"
#include "support/thrown_error.hpp"
#include "unit/estimation/model_case.hpp"
#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using tests::error_line;

/// 100 ha with 10 points and 50 ha with 5 of its 50 pixels: 4 and 1 are crops, 2 and 2 rubber, the rest stayed.
ReferenceSample two_strata() {
    ReferenceSample sample;
    sample.strata = {{"near", "", Hectares::of(100), std::nullopt}, {"far", "", Hectares::of(50), 50}};
    sample.points = {{0, "forest", "crops", "", 4}, {0, "forest", "rubber", "", 2}, {0, "forest", "stayed", "", 4},
                     {1, "forest", "crops", "", 1}, {1, "forest", "rubber", "", 2}, {1, "forest", "stayed", "", 2}};
    return sample;
}

/// A case of one project whose sample is given; its zones are those that points name, or the project alone.
AuditCase sampled_case(const ReferenceSample& sample, const std::string& zone = "project") {
    AuditCase audit = tests::uncertain_case();
    SampleEvidence evidence;
    evidence.sample = sample;
    evidence.zone = zone;
    evidence.years = SampledYears{LossYear{2019}, LossYear{2020}};
    evidence.changes = {{"crops", "evergreen", "crops"}, {"rubber", "evergreen", std::nullopt}};
    evidence.losses = sampled_losses(evidence.sample, evidence.changes);
    evidence.sums = sampled_sums(evidence.sample, evidence.changes);
    for (const SampledLoss& loss : evidence.losses)
        evidence.estimates.areas.push_back(
            {.zone = loss.zone, .name = loss.from, .mapped = {}, .area_ha = loss.area_ha});
    audit.sample = evidence;
    return audit;
}

/// 12 points of 120 ha that name zones: crops in both zones, in the park alone, rubber in the buffer alone.
ReferenceSample overlapping_zones() {
    ReferenceSample sample;
    sample.strata = {{"forest", "", Hectares::of(120), std::nullopt}};
    sample.points = {{0, "forest", "crops", "buffer + park", 3},
                     {0, "forest", "crops", "park", 1},
                     {0, "forest", "rubber", "buffer", 2},
                     {0, "forest", "stayed", "park", 6}};
    return sample;
}

TEST(SampledCorrelations, AreThoseOfClassesThatExcludeEachOther) {
    // Within a stratum the covariance is - p q / (n - 1) times size^2 (1 - n/N), the variance p (1 - p) / (n - 1) times it.
    const double covariance = -100 * 100 * 0.4 * 0.2 / 9 - 50 * 50 * 0.9 * 0.2 * 0.4 / 4;
    const double of_crops = 100 * 100 * 0.4 * 0.6 / 9 + 50 * 50 * 0.9 * 0.2 * 0.8 / 4;
    const double of_rubber = 100 * 100 * 0.2 * 0.8 / 9 + 50 * 50 * 0.9 * 0.4 * 0.6 / 4;
    const auto found = sampled_correlations(sampled_case(two_strata()));

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].one, "project: evergreen");
    EXPECT_EQ(found[0].other, "project: evergreen > crops");
    EXPECT_NEAR(found[0].coefficient, covariance / std::sqrt(of_crops * of_rubber), 1e-15);
    EXPECT_EQ(found[0].place, "sample");
}

TEST(SampledCorrelations, LetPointsInTwoZonesCountForBoth) {
    AuditCase audit = sampled_case(overlapping_zones(), "");
    audit.zones = {{{"park", ZoneRole::project, "park", ""}, 1, 0, {}, 0},
                   {{"buffer", ZoneRole::displacement_belt, "buffer", ""}, 1, 0, {}, 0}};
    // Of 12 points 4 are crops in the park and 3 in the buffer, 3 in both; 2 are rubber in the buffer. No rubber in the park.
    const auto covariance = [](double both, double one, double other) { return (both - one * other / 12) / 11; };
    const auto correlation = [&](double both, double one, double other) {
        return covariance(both, one, other) / std::sqrt(covariance(one, one, one) * covariance(other, other, other));
    };
    const auto found = sampled_correlations(audit);

    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].one, "park: evergreen > crops");
    EXPECT_EQ(found[0].other, "buffer: evergreen");
    EXPECT_NEAR(found[0].coefficient, correlation(0, 4, 2), 1e-15);
    EXPECT_EQ(found[1].other, "buffer: evergreen > crops");
    EXPECT_NEAR(found[1].coefficient, correlation(3, 4, 3), 1e-15);
    EXPECT_EQ(found[2].one, "buffer: evergreen");
    EXPECT_NEAR(found[2].coefficient, correlation(0, 2, 3), 1e-15);
}

TEST(SampledCorrelations, AreNoneOfAreasInDifferentStrata) {
    ReferenceSample sample;
    sample.strata = {{"near", "", Hectares::of(100), std::nullopt}, {"far", "", Hectares::of(50), std::nullopt}};
    sample.points = {{0, "forest", "crops", "", 4},
                     {0, "forest", "stayed", "", 6},
                     {1, "forest", "rubber", "", 2},
                     {1, "forest", "stayed", "", 3}};

    EXPECT_THAT(sampled_correlations(sampled_case(sample)), IsEmpty());
    EXPECT_THAT(sampled_correlations(tests::uncertain_case()), IsEmpty());
}

TEST(SampledCorrelations, OfTwoAreasThatMakeUpTheWholeAreMinusOne) {
    ReferenceSample sample;
    sample.strata = {{"forest", "", Hectares::of(70), std::nullopt}};
    sample.points = {{0, "forest", "crops", "", 3}, {0, "forest", "rubber", "", 4}};
    const auto found = sampled_correlations(sampled_case(sample));

    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(found[0].coefficient, -1.0, 1e-15);
    EXPECT_GE(found[0].coefficient, -1.0);
}

/// A model whose areas are those of the sample's losses, each with a weight of its own on the density of evergreen.
CreditModel model_of_losses(const AuditCase& audit, double yearly_share) {
    CreditModel model = tests::model_of({});
    double sum_ha = 0.0;
    for (const SampledLoss& loss : audit.sample->losses_in("project")) {
        const std::string input = area_input("project", loss.from, loss.to);
        const double error_ha = yearly_share * *loss.area_ha.standard_error;
        sum_ha += yearly_share * *loss.area_ha.value;
        model.areas.push_back({input, yearly_share * *loss.area_ha.value, error_ha, "ha"});
        // Lost area lowers the reductions.
        model.balance.errors.push_back({input, tests::weights({{"evergreen", -error_ha}})});
    }
    model.balance.weights = tests::weights({{"evergreen", -sum_ha}});
    return model;
}

ZoneUncertainty uncertainty_of_losses(AuditCase audit, double yearly_share) {
    audit.factor_sets[0].stocks["evergreen"] = {};
    audit.factor_sets[0].stocks["evergreen"].add(tests::pool(150.0));
    return credit_uncertainty(audit, tests::results_of(model_of_losses(audit, yearly_share), 1.0)).zones.at(0);
}

TEST(SampledCorrelations, GiveTheSumOfLossesThatAreAlikeTheErrorOfOneClass) {
    // Only half of the years of the sample lie in the period: correlations have no scale.
    for (const double yearly_share : {1.0, 0.5}) {
        const AuditCase audit = sampled_case(two_strata());
        const ReductionSpread spread = uncertainty_of_losses(audit, yearly_share).spread;
        const double exact = 44.0 / 12.0 * 150.0 * yearly_share * *audit.sample->sums.at(0).area_ha.standard_error;

        EXPECT_NEAR(spread.approach_1_standard_error.value(), exact, 1e-9 * exact);
        // The standard deviation of 100,000 normal draws is known to 1/sqrt(200,000) of itself; four of these.
        EXPECT_NEAR(spread.standard_deviation.value(), exact, 4.0 * exact / std::sqrt(200'000.0));
    }
}

TEST(SampledCorrelations, AreTheSameInTheCopulaOfAnotherDistribution) {
    AuditCase audit = sampled_case(two_strata());
    InputRule rule = tests::rule_of(DistributionFamily::log_normal, "project: evergreen > crops");
    audit.uncertainty.inputs = {rule};
    const ZoneUncertainty zone = uncertainty_of_losses(audit, 1.0);

    ASSERT_EQ(zone.correlations.size(), 1U);
    EXPECT_EQ(zone.correlations[0].coefficient, sampled_correlations(audit)[0].coefficient);
    // A log-normal of the same standard error: Eq. 28 is that of normal areas.
    const double exact = 44.0 / 12.0 * 150.0 * *audit.sample->sums.at(0).area_ha.standard_error;
    EXPECT_NEAR(zone.spread.approach_1_standard_error.value(), exact, 1e-9 * exact);
}

TEST(SampledCorrelations, StandBesideThoseOfTheAuditFile) {
    AuditCase audit = sampled_case(two_strata());
    audit.uncertainty.correlations = {{"evergreen/total", "deciduous/total", 0.5, "correlation.csv:2"}};

    EXPECT_EQ(with_sampled_correlations(audit).correlations.size(), 2U);
    EXPECT_NO_THROW(expect_sampled_correlations(audit));
}

TEST(ExpectSampledCorrelations, RefusesARuleForAPairThatTheSampleGives) {
    AuditCase audit = sampled_case(two_strata());
    audit.uncertainty.correlations = {{"project: evergreen > crops", "project: evergreen", -0.5, "correlation.csv:3"}};

    EXPECT_THAT(
        error_line([&] { return expect_sampled_correlations(audit), 0; }),
        "table_malformed: correlation.csv:3: expected no correlation of two areas of one sample, because "
        "the sample gives it, found one of 'project: evergreen > crops' and 'project: evergreen'; leave the line "
        "out");
    audit.uncertainty.correlations[0].other = "evergreen/total";
    EXPECT_NO_THROW(expect_sampled_correlations(audit));
}

TEST(ExpectSampledCorrelations, RefusesABootstrapOfAnAreaThatGoesTogetherWithAnother) {
    AuditCase audit = sampled_case(two_strata());
    audit.uncertainty.inputs = {tests::rule_of(DistributionFamily::bootstrap, "project: evergreen")};

    EXPECT_THAT(error_line([&] { return expect_sampled_correlations(audit), 0; }),
                HasSubstr("table_malformed: inputs.csv:2: expected a distribution that can be correlated, because the "
                          "sample gives how 'project: evergreen' goes together with its other areas, found bootstrap"));
    audit.sample->losses.resize(1);
    EXPECT_NO_THROW(expect_sampled_correlations(audit)) << "a single loss goes together with no other";
}

}  // namespace
}  // namespace reddline::estimation
