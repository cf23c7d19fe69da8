#include "accounting/reference_level.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::Land;
using tests::small_case;

ReferenceLevel level_of(const AuditCase& audit, std::size_t zone = 0) {
    return reference_level(tests::workings_of(audit, default_reading(audit)), zone, default_reading(audit)).value();
}

std::string refusal(const AuditCase& audit) {
    return reference_level(tests::workings_of(audit, default_reading(audit)), 0, default_reading(audit))
        .refusal()
        .reason;
}

AuditCase judged_by_rate(const std::vector<Land>& land, double per_year, RateBase base) {
    AuditCase audit = small_case(land);
    tests::judge_by_rate(audit, per_year, base);
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

    EXPECT_NEAR(by_forest.years[0].area->value(), 483'434.75, 1e-6);
    EXPECT_NEAR(by_territory.years[0].area->value(), 483'434.75, 1e-6);
}

TEST(ReferenceLevel, TakesACompoundRateAsTheShareThatIsLostInAYear) {
    // 1 - (8,518,173/10,451,912)^(1/4) = 4.99 % of the forest.
    const double compound = 1 - std::pow(static_cast<double>(forest_2014_ha) / forest_2010_ha, 0.25);
    EXPECT_NEAR(compound, 0.0499, 5e-5);

    const auto level = level_of(judged_by_rate(cambodia(), compound, RateBase::forest));

    EXPECT_NEAR(level.years[0].area->value(), compound * forest_2010_ha, 1e-6);
}

TEST(ReferenceLevel, SharesARateOfTerritoryOverTheForestStrataByArea) {
    // 1 % of 1,000 ha is 10 ha: 7.5 ha of evergreen x 550 and 2.5 ha of deciduous x 220, in each of two years.
    const auto level = level_of(judged_by_rate({{"project", "evergreen", "", 80, 0, 300},
                                                {"project", "deciduous", "", 80, 0, 100},
                                                {"project", "crops", "", 0, 0, 600}},
                                               0.01, RateBase::territory));

    ASSERT_EQ(level.years.size(), 4U);
    EXPECT_DOUBLE_EQ(level.years[0].area->value(), 7.5);
    EXPECT_DOUBLE_EQ(level.years[2].area->value(), 2.5);
    EXPECT_DOUBLE_EQ(emission_of(level.years, LossYear{2019}).value(), 4'125 + 550);
    EXPECT_DOUBLE_EQ(emission_of(level.years, LossYear{2020}).value(), 4'125 + 550);
}

TEST(ReferenceLevel, CountsTheForestLeftAtTheStartOfTheFirstYear) {
    // 100 ha were lost before 2019, 50 ha are lost in it: 10 % of 850 ha.
    const auto level = level_of(judged_by_rate({{"project", "evergreen", "", 80, 0, 800},
                                                {"project", "evergreen", "", 80, 2019, 50},
                                                {"project", "evergreen", "", 80, 2018, 100}},
                                               0.1, RateBase::forest));

    EXPECT_DOUBLE_EQ(level.years[0].area->value(), 85);
}

TEST(ReferenceLevel, IsTheOneThatTheReadingNames) {
    // Of 1,000 ha: 10 % a year x 550; 4 % by transitions; a tenth of 70,000; 20 ha in 5 years of its own history.
    AuditCase audit =
        judged_by_rate({{"project", "evergreen", "", 80, 0, 1'000}, {"project", "evergreen", "", 80, 2007, 20}}, 0.1,
                       RateBase::forest);
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.references.push_back(
        {"national", NationalLevel{TonnesCO2e::of(70'000), ShareKey::forest_area, 10'000, "", {}, "a test"}});
    tests::judge_by_history(audit, {"", {LossYear{2005}, LossYear{2009}}});
    const auto emission_tCO2e = [&](std::size_t reference) {
        Reading reading = default_reading(audit);
        reading.reference = reference;
        const auto level = reference_level(tests::workings_of(audit, reading), 0, reading);
        return emission_of(level.value().years, LossYear{2020}).value();
    };

    EXPECT_DOUBLE_EQ(emission_tCO2e(0), 55'000);
    EXPECT_DOUBLE_EQ(emission_tCO2e(1), 22'000);
    EXPECT_DOUBLE_EQ(emission_tCO2e(2), 7'000);
    EXPECT_DOUBLE_EQ(emission_tCO2e(3), 2'200);
}

TEST(ReferenceLevel, IsRefusedWithoutItsInputs) {
    const AuditCase whole = judged_by_rate({{"project", "evergreen", "", 80, 0, 1}}, 0.1, RateBase::forest);
    AuditCase audit = whole;
    audit.monitoring.reset();
    EXPECT_EQ(refusal(audit), "no monitoring period: give [monitoring] start and end");
    audit = whole;
    audit.factor_sets.clear();
    EXPECT_EQ(refusal(audit), "no carbon factors: give [carbon] factors");
    audit = whole;
    audit.references.clear();
    EXPECT_EQ(refusal(audit), "no reference level: give [reference_level]");
}

TEST(ReferenceLevel, IsRefusedWhereNoForestIsLeft) {
    EXPECT_EQ(refusal(judged_by_rate({{"project", "evergreen", "", 80, 2018, 10}}, 0.1, RateBase::forest)),
              "zone 'project' has no forest at the start of 2019");
}

TEST(ReferenceLevel, IsRefusedByARateWithoutTheFactor) {
    AuditCase audit = judged_by_rate({{"project", "evergreen", "", 80, 0, 10}}, 0.1, RateBase::forest);
    audit.factor_sets[0].stocks.clear();

    EXPECT_EQ(refusal(audit), "no carbon factor for 'evergreen' in carbon.csv");
}

TEST(ReferenceLevel, IsRefusedByTheMapsRouteWithoutTwoMaps) {
    AuditCase audit = judged_by_rate({{"project", "evergreen", "", 80, 0, 10}}, 0.1, RateBase::forest);
    audit.maps[1].role = StrataRole::independent;
    Reading reading = default_reading(audit);
    reading.route = Route::maps;

    EXPECT_THAT(reference_level(tests::workings_of(audit, reading), 0, reading).refusal().reason,
                testing::StartsWith("no strata map of role monitoring"));
}

}  // namespace
}  // namespace reddline::accounting
