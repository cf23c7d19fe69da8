#include "domain/credit_model.hpp"

#include <gmock/gmock.h>

namespace reddline {
namespace {

using testing::ElementsAre;

TEST(CreditModel, NamesADensityByStratumAndPool) {
    EXPECT_EQ(density_input("evergreen forest", "above_ground"), "evergreen forest/above_ground");
}

TEST(CreditModel, NamesAnAreaByZoneAndChange) {
    EXPECT_EQ(area_input("park", "evergreen forest", "field crops"), "park: evergreen forest > field crops");
    EXPECT_EQ(area_input("park", "evergreen forest", std::nullopt), "park: evergreen forest");
}

TEST(CreditModel, WeighsOnTheStrataOfTheBalanceAndOfWhatIsDisplacedUnlessTheyCancel) {
    CreditModel model;
    model.balance.weights = {{"evergreen", Hectares::of(2)}, {"bamboo", Hectares{}}};
    model.displaced = {{{}, {{"deciduous", Hectares::of(-1)}}, {}}};
    EXPECT_THAT(weighed_strata(model), ElementsAre("deciduous", "evergreen"));
}

}  // namespace
}  // namespace reddline
