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

TEST(EvidenceText, CallsMoreOnlyWhatDiffersByTheLastDigitShown) {
    EXPECT_TRUE(is_more(Hectares::of(1.4), Hectares::of(1.3)));
    EXPECT_FALSE(is_more(Hectares::of(1.39), Hectares::of(1.3)));
    EXPECT_FALSE(is_more(Hectares::of(1.650001), Hectares::of(1.649999))) << "although one is shown as 1.7, one as 1.6";
    EXPECT_FALSE(is_more(Hectares::of(1.3), Hectares::of(1.4)));
    EXPECT_TRUE(is_more(TonnesCO2e::of(-1.0), TonnesCO2e::of(-2.0)));
    EXPECT_FALSE(is_more(TonnesCO2e{}, TonnesCO2e::of(-0.9)));
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
