#include "estimation/stratified_area.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "unit/estimation/sample_builder.hpp"

namespace reddline::estimation {
namespace {

using tests::accuracy_of;
using tests::area_of;
using tests::sample_of_matrix;

// The example of Olofsson et al. 2014: map pixels 200000, 150000, 3200000, 6450000 of 0.09 ha.
SampleEstimates published_2014() {
    return stratified_area(sample_of_matrix({"deforestation", "gain", "forest", "other"},
                                            {18000, 13500, 288000, 580500},
                                            {{66, 0, 5, 4}, {0, 55, 8, 12}, {1, 0, 153, 11}, {2, 1, 9, 313}}));
}

TEST(StratifiedArea, GivesThePublishedAreasAndIntervals) {
    const SampleEstimates estimates = published_2014();
    const Estimate& lost = area_of(estimates, "deforestation").area_ha;
    const Estimate& gained = area_of(estimates, "gain").area_ha;

    EXPECT_NEAR(*lost.value, 21157.8, 0.05);  // to the digits that were published
    EXPECT_NEAR(1.96 * *lost.standard_error, 6157.6, 0.05);
    EXPECT_NEAR(*gained.value, 11686.2, 0.05);
    EXPECT_NEAR(1.96 * *gained.standard_error, 3755.8, 0.05);
    EXPECT_EQ(area_of(estimates, "deforestation").mapped->value(), 18000);
}

TEST(StratifiedArea, GivesThePublishedAccuracies) {
    const SampleEstimates estimates = published_2014();
    const std::vector<std::string> classes{"deforestation", "gain", "forest", "other"};
    const std::vector<double> users{0.8800, 0.7333, 0.9273, 0.9631};
    const std::vector<double> producers{0.7487, 0.8472, 0.9345, 0.9616};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        EXPECT_NEAR(*accuracy_of(estimates, AccuracyMeasure::users, classes[i]).value, users[i], 5e-5);
        EXPECT_NEAR(*accuracy_of(estimates, AccuracyMeasure::producers, classes[i]).value, producers[i], 5e-5);
    }
    const Estimate& overall = accuracy_of(estimates, AccuracyMeasure::overall);
    EXPECT_NEAR(*overall.value, 0.946512, 5e-7);
    EXPECT_NEAR(1.96 * *overall.standard_error, 0.018484, 5e-7);
}

TEST(StratifiedArea, HasTheVarianceOfProducersAccuracyThatEquation7SpellsOut) {
    const std::vector<double> areas{18000, 13500, 288000, 580500};
    const std::vector<double> points{75, 75, 165, 325};
    const std::vector<double> lost{66, 0, 1, 2};
    double total = 0.0;
    double elsewhere = 0.0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const double p = lost[i] / points[i];
        total += areas[i] * p;
        if (i > 0) elsewhere += areas[i] * areas[i] * p * (1 - p) / (points[i] - 1);
    }
    const double share = areas[0] * 0.88 / total;
    const double own = areas[0] * areas[0] * (1 - share) * (1 - share) * 0.88 * 0.12 / 74;
    const double error = std::sqrt((own + share * share * elsewhere) / (total * total));

    EXPECT_NEAR(*accuracy_of(published_2014(), AccuracyMeasure::producers, "deforestation").standard_error, error,
                1e-12);
    EXPECT_NEAR(*accuracy_of(published_2014(), AccuracyMeasure::users, "deforestation").standard_error,
                std::sqrt(0.88 * 0.12 / 74), 1e-12);
}

// The example of Stehman 2014: 40 pixels in strata of 40000, 30000, 20000 and 10000 pixels that are not the map's classes.
ReferenceSample published_strata() {
    ReferenceSample sample;
    sample.kind = SampleStrata::other;
    sample.strata = {{"A", "", Hectares::of(40000), 40000},
                     {"B", "", Hectares::of(30000), 30000},
                     {"C", "", Hectares::of(20000), 20000},
                     {"D", "", Hectares::of(10000), 10000}};
    //                stratum, map, reference, points
    sample.points = {{0, "A", "A", "", 5}, {0, "A", "C", "", 1}, {0, "A", "B", "", 1}, {0, "B", "A", "", 1},
                     {0, "B", "B", "", 1}, {0, "B", "C", "", 1}, {1, "A", "A", "", 1}, {1, "B", "B", "", 5},
                     {1, "B", "A", "", 2}, {1, "B", "B", "", 2}, {2, "B", "C", "", 2}, {2, "C", "C", "", 3},
                     {2, "C", "D", "", 2}, {2, "C", "B", "", 1}, {2, "B", "B", "", 1}, {2, "B", "A", "", 1},
                     {3, "D", "D", "", 7}, {3, "D", "C", "", 2}, {3, "D", "B", "", 1}};
    return sample;
}

TEST(StratifiedArea, GivesThePublishedNumbersWhereStrataAreNotTheClassesOfTheMap) {
    const SampleEstimates estimates = stratified_area(published_strata());
    const Estimate& area_a = area_of(estimates, "A").area_ha;
    const Estimate& area_c = area_of(estimates, "C").area_ha;
    const Estimate& overall = accuracy_of(estimates, AccuracyMeasure::overall);
    const Estimate& users = accuracy_of(estimates, AccuracyMeasure::users, "B");
    const Estimate& producers = accuracy_of(estimates, AccuracyMeasure::producers, "B");

    // To the digits that the R package mapaccuracy prints for this example.
    EXPECT_NEAR(*area_a.value, 35000, 1e-6);
    EXPECT_NEAR(*area_a.standard_error, 8224.78, 5e-3);
    EXPECT_NEAR(*area_c.value, 20000, 1e-6);
    EXPECT_NEAR(*area_c.standard_error, 6427.977, 5e-4);
    EXPECT_NEAR(*overall.value, 0.63, 1e-12);
    EXPECT_NEAR(*overall.standard_error, 0.08464219, 5e-9);
    EXPECT_NEAR(*users.value, 0.5744681, 5e-8);
    EXPECT_NEAR(*users.standard_error, 0.1247822, 5e-8);
    EXPECT_NEAR(*producers.value, 0.7941176, 5e-8);
    EXPECT_NEAR(*producers.standard_error, 0.1165479, 5e-8);
    EXPECT_FALSE(area_of(estimates, "A").mapped);
}

TEST(StratifiedArea, GivesTheErrorMatrixInSharesOfTheArea) {
    const SampleEstimates estimates = stratified_area(published_strata());
    const auto cell = std::ranges::find_if(
        estimates.matrix, [](const ErrorMatrixCell& c) { return c.mapped == "B" && c.reference == "C"; });

    EXPECT_EQ(cell->points, 3);
    EXPECT_NEAR(*cell->area_share, 0.08, 1e-12);  // published
}

TEST(StratifiedArea, AnswersForClassesThatOnlyTheMapOrOnlyTheReferenceHas) {
    ReferenceSample sample = sample_of_matrix({"loss", "forest"}, {100, 900}, {{0, 4}, {0, 10}});
    sample.points.push_back({1, "forest", "gain", "", 10});
    const SampleEstimates estimates = stratified_area(sample);
    const AreaEstimate& loss = area_of(estimates, "loss");
    const AreaEstimate& gain = area_of(estimates, "gain");

    EXPECT_EQ(loss.area_ha.value, 0.0);
    EXPECT_EQ(loss.area_ha.gap, EstimateGap::no_variation);
    EXPECT_TRUE(loss.is_mapped_class && !loss.is_reference_class);
    EXPECT_EQ(accuracy_of(estimates, AccuracyMeasure::users, "loss").value, 0.0);
    EXPECT_EQ(accuracy_of(estimates, AccuracyMeasure::producers, "loss").gap, EstimateGap::no_points);
    EXPECT_DOUBLE_EQ(*gain.area_ha.value, 450);
    EXPECT_EQ(gain.mapped->value(), 0.0);
    EXPECT_TRUE(!gain.is_mapped_class && gain.is_reference_class);
    EXPECT_EQ(accuracy_of(estimates, AccuracyMeasure::users, "gain").gap, EstimateGap::no_points);
    EXPECT_EQ(accuracy_of(estimates, AccuracyMeasure::producers, "gain").value, 0.0);
}

TEST(StratifiedArea, KeepsUsersAccuracyOfOneClassWhereAnotherHasASinglePoint) {
    const SampleEstimates estimates =
        stratified_area(sample_of_matrix({"loss", "forest"}, {100, 900}, {{1, 0}, {2, 8}}));

    EXPECT_EQ(area_of(estimates, "loss").area_ha.gap, EstimateGap::one_point);
    EXPECT_EQ(accuracy_of(estimates, AccuracyMeasure::users, "loss").gap, EstimateGap::one_point);
    EXPECT_DOUBLE_EQ(*accuracy_of(estimates, AccuracyMeasure::users, "forest").standard_error,
                     std::sqrt(0.8 * 0.2 / 9));
}

TEST(StratifiedArea, TakesAZoneAsADomainOfTheWholeSample) {
    // 10 of 20 points lie in the zone, 4 of them lost: 4/20 of 1,000 ha, with the error of a share of 20 points.
    ReferenceSample sample;
    sample.strata = {{"forest", "", Hectares::of(1000), std::nullopt}};
    sample.points = {
        {0, "forest", "loss", "north", 4}, {0, "forest", "forest", "north", 6}, {0, "forest", "forest", "south", 10}};
    const SampleEstimates estimates = stratified_area(sample);

    EXPECT_DOUBLE_EQ(*area_of(estimates, "loss", "north").area_ha.value, 200);
    EXPECT_DOUBLE_EQ(*area_of(estimates, "loss", "north").area_ha.standard_error, 1000 * std::sqrt(0.2 * 0.8 / 19));
    EXPECT_EQ(area_of(estimates, "loss", "south").area_ha.value, 0.0);
    EXPECT_FALSE(area_of(estimates, "forest", "north").mapped);
    EXPECT_DOUBLE_EQ(*accuracy_of(estimates, AccuracyMeasure::overall, "", "north").value, 0.6);
}

TEST(StratifiedArea, LooksAtAZonesOwnStrataWhereTheyAreCutByZones) {
    ReferenceSample sample;
    sample.strata = {{"forest", "north", Hectares::of(400), std::nullopt},
                     {"forest", "south", Hectares::of(600), std::nullopt}};
    sample.points = {
        {0, "forest", "loss", "north", 4}, {0, "forest", "forest", "north", 6}, {1, "forest", "forest", "south", 1}};
    const SampleEstimates estimates = stratified_area(sample);

    EXPECT_DOUBLE_EQ(*area_of(estimates, "loss", "north").area_ha.value, 160);
    EXPECT_DOUBLE_EQ(*area_of(estimates, "loss", "north").area_ha.standard_error, 400 * std::sqrt(0.4 * 0.6 / 9));
    EXPECT_EQ(area_of(estimates, "forest", "north").mapped->value(), 400);
    EXPECT_EQ(area_of(estimates, "forest").mapped->value(), 1000);
    EXPECT_EQ(area_of(estimates, "loss").area_ha.gap, EstimateGap::one_point);
}

}  // namespace
}  // namespace reddline::estimation
