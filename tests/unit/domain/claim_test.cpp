#include "domain/claim.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

Claim claim_of(const std::vector<ReportedLoss>& losses) {
    return {.zone = "project",
            .items = {{ClaimItem::credits, TonnesCO2e::of(600'000)}},
            .losses = losses,
            .reported_years = ReportedYears::period,
            .strata_map = "",
            .area = {},
            .lost_area = {},
            .source = "a test"};
}

TEST(Claim, KnowsTheAmountsThatItStates) {
    EXPECT_EQ(claim_of({}).amount(ClaimItem::credits)->value(), 600'000);
    EXPECT_EQ(claim_of({}).amount(ClaimItem::reductions), std::nullopt);
}

TEST(Claim, ReportsTheZonesThatItsLossesName) {
    const Claim claim = claim_of({{"belt", "evergreen", std::nullopt, LossYear{2019}, Hectares{}}});

    EXPECT_TRUE(claim.reports("belt"));  // Even where it reports that nothing was lost.
    EXPECT_FALSE(claim.reports("project"));
}

TEST(Claim, NamesDestinationsWhereAnyLossSaysWhatTheLandBecame) {
    const ReportedLoss unsaid{"project", "evergreen", std::nullopt, LossYear{2019}, Hectares::of(1)};
    ReportedLoss said = unsaid;
    said.to = "crops";

    EXPECT_FALSE(claim_of({}).names_destinations());
    EXPECT_FALSE(claim_of({unsaid}).names_destinations());
    EXPECT_TRUE(claim_of({unsaid, said}).names_destinations());
}

TEST(ClaimItem, IsNamedAsInTheTables) {
    EXPECT_EQ(to_string(ClaimItem::reference_level), "reference_level");
    EXPECT_EQ(to_string(ClaimItem::project_emissions), "project_emissions");
    EXPECT_EQ(to_string(ClaimItem::displaced_emissions), "displaced_emissions");
    EXPECT_EQ(to_string(ClaimItem::reductions), "reductions");
    EXPECT_EQ(to_string(ClaimItem::credits), "credits");
}

}  // namespace
}  // namespace reddline
