#include "audit/sampled_area.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/sample_evidence_case.hpp"
#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A sample of the park, whose 100 ha are all counted, with strata of that area.
AuditCase with_strata_of(double area_ha) {
    AuditCase audit = clean_case();
    audit.sample = tests::two_losses();
    audit.sample->zone = "park";
    audit.sample->sample.strata = {{"forest", "", Hectares::of(area_ha - 30.0), {}},
                                   {"cleared", "", Hectares::of(30), {}}};
    return audit;
}

Finding differs(const std::string& zone, const std::string& evidence) {
    return {"sample_area_differs", Severity::warning, zone,
            "The strata of the sample have another area than the zone, so its estimates may not be of the same land.",
            evidence};
}

TEST(SampledArea, WarnsWhereTheStrataAreMoreOrLessThanTheZone) {
    EXPECT_THAT(check_sampled_area(with_strata_of(101.1), clean_result()),
                ElementsAre(differs("park",
                                    "strata of the sample 101.1 ha, counted pixels of the zone 100.0 ha, with "
                                    "water and gaps 100.0 ha")));
    EXPECT_THAT(check_sampled_area(with_strata_of(98.9), clean_result()),
                ElementsAre(differs("park",
                                    "strata of the sample 98.9 ha, counted pixels of the zone 100.0 ha, with "
                                    "water and gaps 100.0 ha")));
}

TEST(SampledArea, IsSilentUpToOnePerCentAndWithoutLosses) {
    EXPECT_THAT(check_sampled_area(with_strata_of(100.9), clean_result()), IsEmpty());
    EXPECT_THAT(check_sampled_area(with_strata_of(99.1), clean_result()), IsEmpty());
    AuditCase audit = with_strata_of(10.0);
    audit.sample->changes.clear();
    EXPECT_THAT(check_sampled_area(audit, clean_result()), IsEmpty());
    EXPECT_THAT(check_sampled_area(clean_case(), clean_result()), IsEmpty());
}

TEST(SampledArea, MayLeaveOutWaterAndGapsOrHoldThem) {
    // 80 ha are counted, 20 ha are water.
    OutcomeTally outcomes = outcomes_of(Outcome::counted, ha(80));
    outcomes[static_cast<std::size_t>(Outcome::water)] = ha(20);
    for (const double area_ha : {79.5, 80.0, 90.0, 100.0, 100.5}) {
        AuditCase audit = with_strata_of(area_ha);
        set_outcomes(audit, outcomes);
        EXPECT_THAT(check_sampled_area(audit, clean_result()), IsEmpty()) << area_ha;
    }
    AuditCase audit = with_strata_of(75.0);
    set_outcomes(audit, outcomes);
    EXPECT_THAT(check_sampled_area(audit, clean_result()),
                ElementsAre(differs("park",
                                    "strata of the sample 75.0 ha, counted pixels of the zone 80.0 ha, with "
                                    "water and gaps 100.0 ha")));
}

TEST(SampledArea, LooksAtStrataThatAreCutByZonesZoneByZone) {
    AuditCase audit = with_strata_of(100.0);
    audit.sample->zone.clear();
    audit.sample->estimates.areas = {{.zone = "park", .name = "forest", .mapped = {}, .area_ha = {}},
                                     {.zone = "belt", .name = "forest", .mapped = {}, .area_ha = {}}};
    EXPECT_THAT(check_sampled_area(audit, clean_result()), IsEmpty()) << "strata may lie in both zones";
    // The park has 90 + 10 ha, the belt 10 + 25 of 40 ha.
    audit.sample->sample.strata = {{"forest", "park", Hectares::of(90), {}},
                                   {"forest", "park + belt", Hectares::of(10), {}},
                                   {"forest", "belt", Hectares::of(25), {}}};
    EXPECT_THAT(check_sampled_area(audit, clean_result()),
                ElementsAre(differs("belt",
                                    "strata of the sample 35.0 ha, counted pixels of the zone 40.0 ha, with "
                                    "water and gaps 40.0 ha")));
}

TEST(SampledArea, IsSetAgainstDeclaredStrataWhereNothingWasCounted) {
    AuditCase audit = tables_only_case();
    audit.sample = with_strata_of(150.0).sample;
    EXPECT_THAT(check_sampled_area(audit, tables_only_result()),
                ElementsAre(differs("park", "strata of the sample 150.0 ha, declared strata of the zone 100.0 ha")));
}

}  // namespace
}  // namespace reddline::audit
