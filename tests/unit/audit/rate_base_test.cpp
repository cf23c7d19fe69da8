#include "audit/rate_base.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// 100 ha of zone, of which `forest_ha` are forest.
AuditResult with_forest(double forest_ha) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.strata = {{"evergreen", Hectares::of(forest_ha), {}, {}, {}, {}}};
    set_statement(results, statement);
    return results;
}

ReferenceSource rate(const std::string& name, double per_year, RateBase base) {
    return {name, LossRate{per_year, base, "a national report"}};
}

Findings check_with(const std::vector<ReferenceSource>& references, AuditResult results) {
    AuditCase audit = clean_case();
    audit.references = references;
    return check_rate_base(audit, results);
}

TEST(RateBaseCheck, StatesARateOfForestAsOneOfTerritory) {
    AuditResult results = with_forest(50.0);
    results.readings[0].reference = TonnesCO2e::of(1'000.0);
    // 4 % of 50 ha are 2 ha, which are 2 % of 100 ha; 4 % of 100 ha would be twice as much.
    EXPECT_THAT(
        check_with({rate("rate-of-forest", 0.04, RateBase::forest)}, results),
        ElementsAre(Finding{"base_of_rate", Severity::note, "park",
                            "A flat rate means nothing without its base; check in its source that it is a "
                            "share of the forest.",
                            "rate-of-forest: 4.000 % per year of forest is 2.000 % per year of territory, since "
                            "50.00 % of the zone is forest; taken for a share of territory it gives 2.00 times "
                            "as much: 2,000 tCO2e instead of 1,000 tCO2e"}));
}

TEST(RateBaseCheck, StatesARateOfTerritoryAsOneOfForest) {
    AuditResult results = with_forest(25.0);
    for (ReadingResult& result : results.readings)
        result.reference.reset();
    EXPECT_THAT(check_with({rate("rate-of-territory", 0.01, RateBase::territory)}, results),
                ElementsAre(Finding{"base_of_rate", Severity::note, "park",
                                    "A flat rate means nothing without its base; check in its source that it is a "
                                    "share of the territory.",
                                    "rate-of-territory: 1.000 % per year of territory is 4.000 % per year of forest, "
                                    "since 25.00 % of the zone is forest; taken for a share of forest it gives 0.25 "
                                    "times as much"}));
}

const std::vector<ReferenceSource> rates_of_both_bases{rate("of-forest", 0.0463, RateBase::forest),
                                                       rate("of-territory", 0.0266, RateBase::territory)};

Finding two_bases(const std::string& of_zones) {
    // docs/equations.md, Eq. 17: 2.66 % of the territory and 4.63 % of the forest are bare numbers 1.74 apart.
    return {"base_of_rate", Severity::note, "of-forest and of-territory",
            "Two flat rates are shares of different areas and cannot be compared as numbers.",
            "of-forest: 4.630 % per year of forest; of-territory: 2.660 % per year of territory; as bare numbers the "
            "first is 1.74 times the second" +
                of_zones};
}

TEST(RateBaseCheck, SetsTwoRatesOfDifferentBasesSideBySide) {
    AuditResult results = with_forest(50.0);
    results.readings[0].reference = TonnesCO2e::of(463.0);
    results.readings[1].reading.reference = 1;
    results.readings[1].reference = TonnesCO2e::of(532.0);
    const Findings findings = check_with(rates_of_both_bases, results);
    ASSERT_EQ(findings.size(), 3U);
    // Where half of the zone is forest, 2.66 % of the territory are 5.32 % of the forest, and 4.63 / 5.32 = 0.87.
    EXPECT_EQ(findings[2], two_bases(", on the same base in park: 0.87 (463 tCO2e against 532 tCO2e)"));
}

TEST(RateBaseCheck, SetsTwoRatesSideBySideWhereAllIsForestAndWhereNoForestIsKnown) {
    AuditResult results = with_forest(100.0);
    for (ReadingResult& result : results.readings)
        result.reference.reset();
    EXPECT_THAT(check_with(rates_of_both_bases, results), ElementsAre(two_bases(", on the same base in park: 1.74")));
    EXPECT_THAT(check_with(rates_of_both_bases, refused_result()), ElementsAre(two_bases("")));
}

TEST(RateBaseCheck, NamesTheFirstZonesOfMany) {
    AuditCase audit = tables_only_case();
    audit.references = rates_of_both_bases;
    audit.transitions = TransitionTable{"transitions.csv", {{"evergreen", StratumKind::forest}}, {}};
    audit.zones.clear();
    audit.declared_areas.clear();
    for (const std::string name : {"a", "b", "c", "d", "e"}) {
        audit.declared_areas.push_back({audit.zones.size(), "evergreen", Hectares::of(1'000.0)});
        audit.zones.push_back({{name, ZoneRole::project, name, ""}, 0, 0, {}, 0});
    }
    EXPECT_THAT(check_rate_base(audit, AuditResult{}),
                ElementsAre(two_bases(", on the same base in a: 1.74; b: 1.74; c: 1.74; and 2 more zones")));
}

TEST(RateBaseCheck, TakesTheDeclaredAreasWhereNothingWasCounted) {
    AuditCase audit = tables_only_case();
    audit.references = {rate("rate-of-forest", 0.04, RateBase::forest)};
    audit.transitions = TransitionTable{
        "transitions.csv", {{"evergreen", StratumKind::forest}, {"deciduous", StratumKind::non_forest}}, {}};
    const Findings findings = check_rate_base(audit, refused_result());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_THAT(findings[0].evidence, testing::HasSubstr("60.00 % of the zone is forest"));
}

TEST(RateBaseCheck, IsSilentWhereTheBaseMakesNoDifferenceOrThereIsNoRate) {
    const ReferenceSource of_forest = rate("rate-of-forest", 0.04, RateBase::forest);
    EXPECT_THAT(check_with({of_forest}, with_forest(99.5)), IsEmpty()) << "forest nearly throughout";
    EXPECT_THAT(check_with({of_forest}, with_forest(0.0)), IsEmpty()) << "no forest";
    EXPECT_THAT(check_with({of_forest}, refused_result()), IsEmpty());
    EXPECT_THAT(check_rate_base(clean_case(), with_forest(50.0)), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
