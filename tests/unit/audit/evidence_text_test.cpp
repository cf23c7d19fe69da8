#include "audit/evidence_text.hpp"

#include <gtest/gtest.h>

namespace reddline::audit {
namespace {

TEST(EvidenceText, WritesAmountsForPeople) {
    EXPECT_EQ(per_cent(0.125), "12.50 %");
    EXPECT_EQ(ha_text(Hectares::of(1'234.56)), "1,234.6 ha");
    EXPECT_EQ(t_text(TonnesCO2e::of(120'000.4)), "120,000 tCO2e");
    EXPECT_EQ(signed_t_text(TonnesCO2e::of(162'000.0)), "+162,000 tCO2e");
    EXPECT_EQ(signed_t_text(TonnesCO2e::of(-7.0)), "-7 tCO2e");
    EXPECT_EQ(years_text(2018, 2020), "2018-2020");
    EXPECT_EQ(years_text(2018, 2018), "2018");
}

TEST(EvidenceText, JoinsPartsWithTheirSeparator) {
    std::string list;
    add_part(list, "a");
    add_part(list, "b");
    add_part(list, "c", "; ");
    EXPECT_EQ(list, "a, b; c");
}

}  // namespace
}  // namespace reddline::audit
