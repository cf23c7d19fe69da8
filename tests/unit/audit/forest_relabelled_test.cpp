#include "audit/forest_relabelled.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Strata of both maps: 0 evergreen (220 t/ha), 1 cropland, 2 deciduous forest (110 t/ha), 3 none.
AuditCase two_map_case(const std::vector<Bin>& bins, const std::vector<std::vector<std::uint16_t>>& combinations) {
    AuditCase audit = clean_case();
    audit.maps[0].legend.add("3", {"deciduous", StratumKind::forest});
    StrataMap later = audit.maps[0];
    later.name = "types-2019";
    later.year = 2019;
    later.role = StrataRole::monitoring;
    audit.maps.push_back(later);
    audit.crosstabs = {{0.0, Crosstab(2, combinations, bins, {{}, {}}, {})}};
    return audit;
}

TEST(ForestRelabelled, NotesForestThatChangesItsTypeWithoutMappedLossBetweenTheMaps) {
    // Of 100 ha of forest in both maps, 40 ha change their type: 25 ha to deciduous and 5 ha to evergreen without loss in
    // 2016-2019, 10 ha with. 25 ha x (220 - 110) t = 2,750 t would be emissions; the way back never is.
    const AuditCase audit = two_map_case({{{project, 0, 80, 0}, ha(60)},
                                          {{project, 1, 80, 0}, ha(20)},
                                          {{project, 1, 80, 15}, ha(3)},
                                          {{project, 1, 80, 16}, ha(4)},
                                          {{project, 1, 80, 19}, ha(6)},
                                          {{project, 1, 80, 20}, ha(2)},
                                          {{project, 2, 80, 0}, ha(5)},
                                          {{project, 3, 80, 18}, ha(50)},
                                          {{belt, 1, 80, 0}, ha(900)}},
                                         {{0, 0}, {0, 2}, {2, 0}, {0, 1}});
    EXPECT_THAT(
        check_forest_relabelled(audit, clean_result()),
        ElementsAre(Finding{"forest_relabelled", Severity::note, "park",
                            "Forest of types-2015 is another forest type in types-2019, where the loss product "
                            "saw no loss between them: a change of label or of the forest, which the maps alone "
                            "do not tell apart.",
                            "30.0 ha, 30.00 % of the forest in both maps (40.0 ha with the land that saw "
                            "loss); most of it evergreen > deciduous, 25.0 ha; counted as change to less carbon "
                            "it emits 2,750 tCO2e"}));
}

TEST(ForestRelabelled, LeavesTheEmissionOutWhereAForestTypeHasNoFactor) {
    AuditCase audit = two_map_case({{{project, 0, 80, 0}, ha(10)}}, {{0, 2}});
    audit.factor_sets[0].stocks.erase("deciduous");
    const Findings findings = check_forest_relabelled(audit, clean_result());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(
        findings[0].evidence,
        "10.0 ha, 100.00 % of the forest in both maps (10.0 ha with the land that saw loss); most of it evergreen "
        "> deciduous, 10.0 ha");
}

TEST(ForestRelabelled, IsNoSubjectWhereEveryChangeSawLossOrTheLandIsNotForestInBothMaps) {
    EXPECT_THAT(check_forest_relabelled(two_map_case({{{project, 0, 80, 17}, ha(10)}}, {{0, 2}}), clean_result()),
                IsEmpty());
    EXPECT_THAT(check_forest_relabelled(
                    two_map_case({{{project, 0, 80, 0}, ha(10)}, {{project, 1, 80, 0}, ha(10)}}, {{0, 1}, {0, 3}}),
                    clean_result()),
                IsEmpty());
}

TEST(ForestRelabelled, LooksAtMapsLaterThanTheBaselineAlone) {
    AuditCase audit = two_map_case({{{project, 0, 80, 0}, ha(10)}}, {{0, 2}});
    audit.maps[1].year = 2015;
    EXPECT_THAT(check_forest_relabelled(audit, clean_result()), IsEmpty());
}

TEST(ForestRelabelled, IsNoSubjectWithOneMapOrWithoutPixels) {
    EXPECT_THAT(check_forest_relabelled(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_forest_relabelled(tables_only_case(), tables_only_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
