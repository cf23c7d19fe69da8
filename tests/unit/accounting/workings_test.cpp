#include "accounting/workings.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "accounting/loss_by_cover.hpp"
#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using tests::small_case;

AuditCase sparse_and_dense_forest() {
    return small_case({{"project", "evergreen", "crops", 80, 2019, 10},
                       {"project", "evergreen", "evergreen", 40, 0, 5},
                       {"belt", "deciduous", "deciduous", 80, 0, 20}});
}

TEST(WorkingsOfReadings, HoldTheLossOfEveryZoneUnderEveryForestRuleThatIsRead) {
    AuditCase audit = sparse_and_dense_forest();
    tests::filter_patches(audit, 0.5, {{"project", "evergreen", "crops", 80, 2019, 4}});
    Reading filtered = default_reading(audit);
    Reading sparse = filtered;
    sparse.forest.min_area_ha = 0;
    Reading dense = sparse;
    dense.forest.canopy_pct = 50;
    const Workings workings = tests::workings_of(audit, {filtered, sparse, dense});

    EXPECT_EQ(workings.loss(0, filtered).strata[0].forest_2000.pixels, 4);
    EXPECT_EQ(workings.loss(0, sparse).strata[0].forest_2000.pixels, 15);
    EXPECT_EQ(workings.loss(0, dense).strata[0].forest_2000.pixels, 10);
    EXPECT_EQ(workings.loss(1, dense).strata[1].forest_2000.pixels, 20);
}

TEST(WorkingsOfReadings, HoldTheChangeBetweenTheTwoMaps) {
    const AuditCase audit = sparse_and_dense_forest();
    const Workings workings = tests::workings_of(audit, default_reading(audit));

    EXPECT_EQ(workings.map_changes(0).size(), 2U);
    EXPECT_EQ(workings.map_changes(1).size(), 1U);
}

TEST(WorkingsOfReadings, HoldTheRatesOfEachFactorSet) {
    // 4 % of evergreen forest leave it each year, at 550 and at 275 tCO2e/ha.
    AuditCase audit = sparse_and_dense_forest();
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.factor_sets.push_back({"half.csv", {{"evergreen", tests::stock(75)}}});
    const Reading whole = default_reading(audit);
    Reading half = whole;
    half.factors = 1;
    const Workings workings = tests::workings_of(audit, {whole, half});

    EXPECT_DOUBLE_EQ(workings.probabilities(whole).value().at(0, 2), 0.04);
    EXPECT_DOUBLE_EQ(workings.rates(whole)[0].value().emission.value(), 22);
    EXPECT_DOUBLE_EQ(workings.rates(half)[0].value().emission.value(), 11);
}

TEST(WorkingsOfReadings, TakeTheRatesOfOtherWorkingsOverForTheirZones) {
    AuditCase audit = sparse_and_dense_forest();
    tests::judge_by_transitions(audit, tests::one_national_year());
    const std::vector<Reading> readings{default_reading(audit)};
    const Workings nation(audit, {}, readings);
    const std::vector<std::size_t> zones{1};
    const Workings workings = nation.of_zones(zones, readings);

    EXPECT_EQ(&workings.rates(readings[0]), &nation.rates(readings[0]));
    EXPECT_EQ(workings.loss(1, readings[0]).strata[1].forest_2000.pixels, 20);
    EXPECT_THROW(static_cast<void>(workings.loss(0, readings[0])), std::out_of_range);
}

TEST(WorkingsOfReadings, KnowNoLossWhereNothingWasCounted) {
    const AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(5)}});

    EXPECT_NO_THROW(tests::workings_of(audit, default_reading(audit)));
}

TEST(ZonesBehind, AreTheZoneItsBeltsAndWhatTheReferenceLevelsName) {
    AuditCase audit = small_case({{"project", "", "", 0, 0, 1},
                                  {"belt", "", "", 0, 0, 1},
                                  {"reference", "", "", 0, 0, 1},
                                  {"nation", "", "", 0, 0, 1},
                                  {"elsewhere", "", "", 0, 0, 1}});
    EXPECT_THAT(zones_behind(audit, 0), ElementsAre(0, 1));

    const ReferencePeriod years{LossYear{2005}, LossYear{2009}};
    tests::judge_by_history(audit, {"reference", years});
    EXPECT_THAT(zones_behind(audit, 0), ElementsAre(0, 1, 2));

    NationalLevel national{TonnesCO2e::of(1), ShareKey::past_area_change,      {},
                           "nation",          HistoryRule{"elsewhere", years}, "a test"};
    audit.references = {{"national", national}};
    EXPECT_THAT(zones_behind(audit, 0), ElementsAre(0, 1, 3, 4));
}

}  // namespace
}  // namespace reddline::accounting
