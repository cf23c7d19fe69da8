#include "accounting/loss_mix.hpp"

#include <gmock/gmock.h>

#include "support/sample_evidence_case.hpp"
#include "unit/accounting/disputed_case.hpp"

namespace reddline::accounting {
namespace {

using std::chrono::year;
using tests::area_ha_in;
using tests::claim_of;
using tests::reported;
using tests::small_case;

StratumYear expects(const std::string& stratum, int in_year, std::optional<double> area_ha) {
    return {stratum, LossYear{in_year}, area_ha ? std::optional(Hectares::of(*area_ha)) : std::nullopt, {}};
}

/// 2019 as a whole, and of 2020 the first 183 of 366 days: a half.
MonitoringPeriod year_and_a_half() {
    return {year{2019} / 1 / 1, year{2020} / 7 / 1};
}

TEST(ExpectedMix, IsTheAreaThatTheReferenceLevelExpectsInThePeriodByStratum) {
    const auto mix = expected_mix({expects("evergreen", 2019, 20), expects("evergreen", 2020, 20),
                                   expects("deciduous", 2019, 10), expects("bamboo", 2019, 0)},
                                  year_and_a_half());

    ASSERT_TRUE(mix);
    EXPECT_EQ(mix->source, MixSource::expected);
    ASSERT_EQ(mix->strata.size(), 2U);  // what loses nothing is in no mix
    EXPECT_EQ(mix->strata[0].stratum, "evergreen");
    EXPECT_EQ(mix->strata[0].share, 0.75);  // 20 + 20 / 2 of 40 ha
    EXPECT_EQ(mix->strata[1].area.value(), 10);
    EXPECT_EQ(mix->strata[1].share, 0.25);
}

TEST(ExpectedMix, IsNotKnownWhereTheLevelKnowsNoForestTypes) {
    EXPECT_FALSE(expected_mix({expects("", 2019, std::nullopt)}, year_and_a_half()));
}

AuditCase claimed_case(const std::vector<ReportedLoss>& losses) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 1}, {"belt", "evergreen", "", 80, 0, 1}});
    audit.monitoring = MonitoringPeriod{year{2018} / 3 / 12, year{2020} / 12 / 31};
    audit.claim = claim_of(losses);
    return audit;
}

TEST(ReportedMix, AddsTheYearsOfAStratumAsReported) {
    const auto mix =
        reported_mix(claimed_case({reported("deciduous", 2018, 365), reported("evergreen", 2019, 5),
                                   reported("deciduous", 2020, 10), reported("evergreen", 2020, 90, "belt")}),
                     0);

    ASSERT_TRUE(mix);
    EXPECT_EQ(mix->source, MixSource::reported);
    EXPECT_EQ(area_ha_in(*mix, "deciduous"), 375);
    EXPECT_EQ(area_ha_in(*mix, "evergreen"), 5);
    EXPECT_EQ(mix->lost_forest().value(), 380);
}

TEST(ReportedMix, HoldsForestThatBecameAnotherTypeAndTellsItApart) {
    AuditCase audit = claimed_case({reported("evergreen", 2019, 5), reported("evergreen", 2019, 3),
                                    reported("evergreen", 2020, 2), reported("deciduous", 2020, 4)});
    audit.claim->losses[1].to = "deciduous";
    audit.claim->losses[2].to = "crops";
    const auto mix = reported_mix(audit, 0);

    EXPECT_EQ(area_ha_in(*mix, "evergreen"), 10);
    EXPECT_EQ(mix->strata[0].became_forest.value(), 3);
    EXPECT_EQ(mix->strata[1].became_forest.value(), 0);
    EXPECT_EQ(mix->became_forest().value(), 3);
}

TEST(ReportedMix, TakesWhatIsReportedOfWholeYearsByDays) {
    AuditCase audit = claimed_case({reported("deciduous", 2018, 365), reported("deciduous", 2019, 10)});
    audit.claim->reported_years = ReportedYears::calendar;

    EXPECT_DOUBLE_EQ(area_ha_in(*reported_mix(audit, 0), "deciduous"), 295 + 10);
}

TEST(ReportedMix, CountsLandThatIsNotForestElsewhere) {
    const auto mix = reported_mix(
        claimed_case({reported("crops", 2019, 3), reported("rubber", 2019, 4), reported("evergreen", 2019, 0)}), 0);

    ASSERT_TRUE(mix);
    EXPECT_TRUE(mix->strata.empty());
    EXPECT_EQ(mix->elsewhere.value(), 7);
}

TEST(ReportedMix, IsNotThereForAZoneThatIsNotReported) {
    const AuditCase audit = claimed_case({reported("evergreen", 2019, 5)});

    EXPECT_TRUE(reported_mix(audit, 0));
    EXPECT_FALSE(reported_mix(audit, 1));
    EXPECT_FALSE(reported_mix(small_case({{"project", "evergreen", "", 80, 0, 1}}), 0));
}

TEST(MappedMix, CallsTheSamePixelsWhatEachMapShowsThere) {
    const AuditCase audit = small_case({{"project", "evergreen", "deciduous", 80, 2019, 30},
                                        {"project", "deciduous", "deciduous", 80, 2020, 10},
                                        {"project", "evergreen", "crops", 80, 2020, 5},
                                        {"project", "deciduous", "", 80, 2020, 3},
                                        {"project", "deciduous", "rubber", 80, 2020, 2}},
                                       tests::two_earlier_maps());
    const LostArea lost(audit, 0, audit.forest);
    const LossMix ours = mapped_mix(audit, lost, 0);
    const LossMix theirs = mapped_mix(audit, lost, 1);

    EXPECT_EQ(ours.map, 0U);
    EXPECT_EQ(area_ha_in(ours, "evergreen"), 35);
    EXPECT_EQ(area_ha_in(ours, "deciduous"), 15);
    EXPECT_EQ(ours.elsewhere, Hectares{});
    EXPECT_EQ(ours.strata[0].share, 0.7);
    ASSERT_EQ(theirs.strata.size(), 1U);
    EXPECT_EQ(area_ha_in(theirs, "deciduous"), 40);
    EXPECT_EQ(theirs.strata[0].share, 1.0);
    // Crops and the gap; rubber is excluded, and is not forest at any canopy cover.
    EXPECT_EQ(theirs.elsewhere.value(), 5 + 3);
}

TEST(EstimatedMix, IsThePartOfThePeriodOfWhatTheSampleEstimatesWhateverItBecame) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 1}, {"belt", "evergreen", "", 80, 0, 1}});
    audit.sample = tests::two_losses();
    audit.monitoring = year_and_a_half();
    const auto mix = estimated_mix(audit, 0);

    ASSERT_TRUE(mix);
    EXPECT_EQ(mix->source, MixSource::estimated);
    EXPECT_EQ(area_ha_in(*mix, "evergreen"), 45);  // 30 + 30 / 2 of (20 + 40) ha in two years
    EXPECT_EQ(area_ha_in(*mix, "deciduous"), 6);
    EXPECT_FALSE(estimated_mix(audit, 1));  // the sample speaks of the project alone
}

LossMix mix(const std::vector<std::pair<std::string, double>>& areas_ha) {
    return tests::mix_of(MixSource::mapped, 0, areas_ha);
}

TEST(DistanceBetween, IsZeroForTheSameSharesWhateverTheArea) {
    EXPECT_EQ(distance_between(mix({{"evergreen", 3}, {"deciduous", 1}}), mix({{"deciduous", 10}, {"evergreen", 30}})),
              0.0);
}

TEST(DistanceBetween, IsOneForMixesWithoutACommonStratum) {
    EXPECT_EQ(distance_between(mix({{"evergreen", 3}, {"bamboo", 1}}), mix({{"deciduous", 5}})), 1.0);
}

TEST(DistanceBetween, IsHalfTheSumOfTheDifferencesOfShares) {
    // Eq. 27, worked: 0.5 (|0.8 - 0.3| + |0.2 - 0.7|) = 0.5.
    const LossMix one = mix({{"deciduous", 80}, {"evergreen", 20}});
    const LossMix other = mix({{"deciduous", 30}, {"evergreen", 70}});
    const LossMix third = mix({{"evergreen", 50}, {"bamboo", 50}});

    EXPECT_DOUBLE_EQ(distance_between(one, other), 0.5);
    EXPECT_DOUBLE_EQ(distance_between(other, one), 0.5);
    // 0.5 (0.3 + |0.7 - 0.5| + 0.5) = 0.5, and 0.5 (0.8 + 0.3 + 0.5) = 0.8.
    EXPECT_DOUBLE_EQ(distance_between(other, third), 0.5);
    EXPECT_DOUBLE_EQ(distance_between(one, third), 0.8);
}

}  // namespace
}  // namespace reddline::accounting
