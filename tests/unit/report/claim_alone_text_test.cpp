#include "report/claim_alone_text.hpp"

#include <gmock/gmock.h>

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SolvedInput share_of_evergreen(double needed) {
    return {0,  std::nullopt, SolveTarget::break_even, "share of evergreen in the loss, the rest deciduous", "share",
            {}, needed,       "factors a.csv"};
}

SolvedInput area_of(const std::string& stratum, std::optional<double> needed_ha) {
    return {0, Reading{}, SolveTarget::claim, "area of " + stratum, "ha", {}, needed_ha, ""};
}

TEST(ClaimAlone, SaysOfEveryFactorSetAtWhichShareCreditsVanish) {
    EXPECT_THAT(
        claim_alone_sentences(english(), {share_of_evergreen(0.3802), area_of("evergreen", 10.0)}),
        ElementsAre("Credits vanish at a share of evergreen in the loss, the rest deciduous, of 38.0 % (factors "
                    "a.csv)."));
}

TEST(ClaimAlone, GivesTheImpliedForestUnderTheDefaultChoicesAndItsRange) {
    const PlainTable table =
        implied_forest_table(english(), {area_of("evergreen", 2'500.0), area_of("deciduous", std::nullopt),
                                         area_of("evergreen", 900.0), area_of("evergreen", std::nullopt)});

    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_THAT(table.rows[0], ElementsAre("area of evergreen", "2,500.0 ha", "900.0 ha", "2,500.0 ha", "2 of 3"));
    EXPECT_THAT(table.rows[1], ElementsAre("area of deciduous", "-", "-", "-", "0 of 1"));
}

TEST(ClaimAlone, SaysNothingWhereNothingWasSolved) {
    EXPECT_THAT(claim_alone_text(english(), {}), IsEmpty());
}

TEST(ClaimAlone, WritesAShareInPerCentAndAnAreaWithItsUnit) {
    EXPECT_EQ(solved_value_text(english(), 1.25, "share"), "125.0 %");
    EXPECT_EQ(solved_value_text(english(), 1'234.56, "ha"), "1,234.6 ha");
    EXPECT_EQ(solved_value_text(english(), 1'234.56, "tCO2e"), "1,235 tCO2e");
    EXPECT_EQ(solved_value_text(english(), std::nullopt, "ha"), "-");
}

}  // namespace
}  // namespace reddline::report
