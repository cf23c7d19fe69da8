#include "audit/pixel_conservation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Finding broken(const std::string& subject, const std::string& message, const std::string& evidence) {
    return {"pixel_conservation", Severity::contradiction, subject, message, evidence};
}

TEST(PixelConservation, ContradictsBinsThatDoNotAddUpToTheCountedPixels) {
    AuditCase audit = clean_case();
    audit.crosstabs = {{0.0, Crosstab(1, {{0}}, {{{project, 0, 80, 0}, ha(99)}},
                                      {outcomes_of(Outcome::counted, ha(100)), outcomes_of(Outcome::water, ha(40))},
                                      outcomes_of(Outcome::counted, ha(140)))}};
    EXPECT_THAT(check_pixel_conservation(audit, clean_result()),
                ElementsAre(broken("park", "the bins of the crosstab do not add up to the counted pixels.",
                                   "expected 100 pixels, found 99")));
}

TEST(PixelConservation, ContradictsOutcomesThatDoNotAddUpToThePixelsOfTheZone) {
    AuditCase audit = clean_case();
    audit.zones[belt].inside = ha(41);
    EXPECT_THAT(
        check_pixel_conservation(audit, clean_result()),
        ElementsAre(broken("belt", "counted, excluded and rejected pixels do not add up to the pixels of the zone.",
                           "expected 41 pixels, found 40")));
}

TEST(PixelConservation, ContradictsTwoTablesThatReadDifferentPixels) {
    AuditCase audit = clean_case();
    OutcomeTally more = outcomes_of(Outcome::counted, ha(140));
    more[static_cast<std::size_t>(Outcome::outside_zones)] = one_ha;
    const Crosstab clean = clean_crosstab();
    audit.crosstabs.push_back({0.5, Crosstab(1, clean.combinations(), clean.bins(),
                                             {clean.zone_outcome(project), clean.zone_outcome(belt)}, more)});
    EXPECT_THAT(check_pixel_conservation(audit, clean_result()),
                ElementsAre(broken("table of 0.5 ha", "two tables of one run read a different number of pixels.",
                                   "expected 140 pixels, found 141")));
}

TEST(PixelConservation, LooksAtTheTableOfThePatchFilterToo) {
    AuditCase audit = clean_case();
    const Crosstab clean = clean_crosstab();
    audit.crosstabs.push_back({0.5, Crosstab(1, {}, {}, {clean.zone_outcome(project), clean.zone_outcome(belt)},
                                             outcomes_of(Outcome::counted, ha(140)))});
    EXPECT_EQ(check_pixel_conservation(audit, clean_result()).size(), 2U) << "one per zone";
}

TEST(PixelConservation, IsSilentWhereNothingWasCounted) {
    EXPECT_THAT(check_pixel_conservation(tables_only_case(), tables_only_result()), IsEmpty());
}

TEST(PixelConservation, IsSilentWhenEveryPixelHasOnePlace) {
    AuditCase audit = clean_case();
    audit.crosstabs.push_back({0.5, clean_crosstab()});
    EXPECT_THAT(check_pixel_conservation(audit, clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
