#include "estimation/error_propagation.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using tests::correlated;

TEST(ProductUncertainty, IsTheRootOfTheSumOfSquares) {
    // Eq. 28, worked: 5,000 ha +/- 12 % x 200 t/ha +/- 18 %.
    EXPECT_NEAR(product_uncertainty_pct(std::array{12.0, 18.0}), 21.633, 0.0005);
}

TEST(SumUncertainty, WeighsEachAmountByItsSize) {
    // 100 +/- 10 % and 50 -/+ 20 %: both err by 10, so the sum of 150 errs by 14.142.
    const std::array amounts{UncertainAmount{100.0, 10.0}, UncertainAmount{50.0, 20.0}};
    EXPECT_NEAR(sum_uncertainty_pct(amounts), 100.0 * std::sqrt(200.0) / 150.0, 1e-12);
    const std::array difference{UncertainAmount{100.0, 10.0}, UncertainAmount{-50.0, 20.0}};
    EXPECT_NEAR(sum_uncertainty_pct(difference), 100.0 * std::sqrt(200.0) / 50.0, 1e-12);
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
