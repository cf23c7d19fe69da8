#include "accounting/reference_level.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "accounting/readings.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::Land;
using tests::small_case;

ReferenceLevel level_of(const AuditCase& audit, std::size_t zone = 0) {
    return reference_level(audit, zone, default_reading(audit)).value();
}

std::string refusal(const AuditCase& audit) {
    return reference_level(audit, 0, default_reading(audit)).refusal().reason;
}

AuditCase judged_by_rate(const std::vector<Land>& land, double per_year, RateBase base) {
    AuditCase audit = small_case(land);
    audit.rate = LossRate{per_year, base, "a test"};
    return audit;
}

// Eq. 17: Cambodia, forest of 2010 and 2014 and territory.
constexpr std::int64_t forest_2010_ha = 10'451'912;
constexpr std::int64_t forest_2014_ha = 8'518'173;
constexpr std::int64_t territory_ha = 18'160'674;
constexpr double lost_per_year_ha = (forest_2010_ha - forest_2014_ha) / 4.0;  // 483,434.75

std::vector<Land> cambodia() {
    return {{"project", "evergreen", "", 80, 0, forest_2010_ha},
            {"project", "crops", "", 0, 0, territory_ha - forest_2010_ha}};
}

TEST(ReferenceLevel, GivesTheSameHectaresByARateOfForestAndOfTerritory) {
    constexpr double of_forest = lost_per_year_ha / forest_2010_ha;
    constexpr double of_territory = lost_per_year_ha / territory_ha;
    EXPECT_NEAR(of_forest, 0.0463, 5e-5);
    EXPECT_NEAR(of_territory, 0.0266, 5e-5);
    EXPECT_NEAR(of_forest / of_territory, 1.74, 0.005);

    const auto by_forest = level_of(judged_by_rate(cambodia(), of_forest, RateBase::forest));
    const auto by_territory = level_of(judged_by_rate(cambodia(), of_territory, RateBase::territory));

    EXPECT_NEAR(by_forest.years[0].area.value(), 483'434.75, 1e-6);
    EXPECT_NEAR(by_territory.years[0].area.value(), 483'434.75, 1e-6);
}

TEST(ReferenceLevel, TakesACompoundRateAsTheShareThatIsLostInAYear) {
    // 1 - (8,518,173/10,451,912)^(1/4) = 4.99 % of the forest.
    const double compound = 1 - std::pow(static_cast<double>(forest_2014_ha) / forest_2010_ha, 0.25);
    EXPECT_NEAR(compound, 0.0499, 5e-5);

    const auto level = level_of(judged_by_rate(cambodia(), compound, RateBase::forest));

    EXPECT_NEAR(level.years[0].area.value(), compound * forest_2010_ha, 1e-6);
}

TEST(ReferenceLevel, SharesARateOfTerritoryOverTheForestStrataByArea) {
    // 1 % of 1,000 ha is 10 ha: 7.5 ha of evergreen x 550 and 2.5 ha of deciduous x 220, in each of two years.
    const auto level = level_of(judged_by_rate({{"project", "evergreen", "", 80, 0, 300},
                                                {"project", "deciduous", "", 80, 0, 100},
                                                {"project", "crops", "", 0, 0, 600}},
                                               0.01, RateBase::territory));

    ASSERT_EQ(level.years.size(), 4U);
    EXPECT_DOUBLE_EQ(level.years[0].area.value(), 7.5);
    EXPECT_DOUBLE_EQ(level.years[2].area.value(), 2.5);
    EXPECT_DOUBLE_EQ(emission_of(level.years, LossYear{2019}).value(), 4'125 + 550);
    EXPECT_DOUBLE_EQ(emission_of(level.years, LossYear{2020}).value(), 4'125 + 550);
}

TEST(ReferenceLevel, CountsTheForestLeftAtTheStartOfTheFirstYear) {
    // 100 ha were lost before 2019, 50 ha are lost in it: 10 % of 850 ha.
    const auto level = level_of(judged_by_rate({{"project", "evergreen", "", 80, 0, 800},
                                                {"project", "evergreen", "", 80, 2019, 50},
                                                {"project", "evergreen", "", 80, 2018, 100}},
                                               0.1, RateBase::forest));

    EXPECT_DOUBLE_EQ(level.years[0].area.value(), 85);
}

TEST(ReferenceLevel, TakesNationalTransitionsOverAnyOtherKind) {
    AuditCase audit = judged_by_rate({{"project", "evergreen", "", 80, 0, 1'000}}, 0.5, RateBase::forest);
    audit.transitions = tests::one_national_year();

    EXPECT_DOUBLE_EQ(emission_of(level_of(audit).years, LossYear{2019}).value(), 22'000);
}

TEST(ReferenceLevel, IsRefusedWithoutItsInputs) {
    const AuditCase whole = judged_by_rate({{"project", "evergreen", "", 80, 0, 1}}, 0.1, RateBase::forest);
    AuditCase audit = whole;
    audit.monitoring.reset();
    EXPECT_EQ(refusal(audit), "no monitoring period: give [monitoring] start and end");
    audit = whole;
    audit.factors.reset();
    EXPECT_EQ(refusal(audit), "no carbon factors: give [carbon] factors");
    audit = whole;
    audit.rate.reset();
    EXPECT_EQ(refusal(audit), "no reference level: give [reference_level]");
}

TEST(ReferenceLevel, IsRefusedWhereNoForestIsLeft) {
    EXPECT_EQ(refusal(judged_by_rate({{"project", "evergreen", "", 80, 2018, 10}}, 0.1, RateBase::forest)),
              "zone 'project' has no forest at the start of 2019");
}

TEST(ReferenceLevel, IsRefusedByARateWithoutTheFactor) {
    AuditCase audit = judged_by_rate({{"project", "evergreen", "", 80, 0, 10}}, 0.1, RateBase::forest);
    audit.factors->stocks.clear();

    EXPECT_EQ(refusal(audit), "no carbon factor for 'evergreen' in carbon.csv");
}

TEST(ReferenceLevel, IsRefusedByTheMapsRouteWithoutTwoMaps) {
    AuditCase audit = judged_by_rate({{"project", "evergreen", "", 80, 0, 10}}, 0.1, RateBase::forest);
    audit.maps[1].role = StrataRole::independent;
    Reading reading = default_reading(audit);
    reading.route = Route::maps;

    EXPECT_THAT(reference_level(audit, 0, reading).refusal().reason,
                testing::StartsWith("no strata map of role monitoring"));
}

}  // namespace
}  // namespace reddline::accounting
