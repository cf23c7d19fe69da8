#include "estimation/error_propagation.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using tests::correlated;

TEST(Variance, OfAProductIsThatOfItsRelativeErrors) {
    // Eq. 28, worked: 5,000 ha +/- 12 % x 200 t/ha +/- 18 % = 1,000,000 t +/- 21.633 %.
    const std::array effects{200.0 * 600.0, 5'000.0 * 36.0};

    EXPECT_NEAR(std::sqrt(variance(effects, Correlation({"area", "density"}, {}))), 216'333.0, 0.5);
}

TEST(Variance, AddsSquaresAndTwiceTheProductsOfInputsThatGoTogether) {
    const std::vector<std::string> names{"a", "b"};
    const std::array effects{3.0, 4.0};

    EXPECT_DOUBLE_EQ(variance(effects, Correlation(names, {})), 25.0);
    EXPECT_DOUBLE_EQ(variance(effects, Correlation(names, correlated({{"a", "b", 1.0, ""}}))), 49.0);
    EXPECT_DOUBLE_EQ(variance(effects, Correlation(names, correlated({{"a", "b", -1.0, ""}}))), 1.0);
    EXPECT_DOUBLE_EQ(variance(effects, Correlation(names, correlated({{"a", "b", 0.5, ""}}))), 37.0);
}

}  // namespace
}  // namespace reddline::estimation
