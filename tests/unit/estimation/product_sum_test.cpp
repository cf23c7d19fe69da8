#include "estimation/product_sum.hpp"

#include <gmock/gmock.h>

#include <array>

namespace reddline::estimation {
namespace {

using testing::ElementsAre;

// 2 a b + 3 c at a = 5, b = 7, c = 11: 70 + 33.
const ProductSum sum{{2.0, {0, 1}}, {3.0, {2}}};
const std::vector<double> values{5.0, 7.0, 11.0};

TEST(ProductSum, IsTheSumOfItsProducts) {
    EXPECT_EQ(value_of(sum, values), 103.0);
    EXPECT_EQ(value_of({}, values), 0.0);
}

TEST(ProductSum, GainsForOneUnitWhatTheOtherInputsMakeOfIt) {
    EXPECT_THAT(slopes_of(sum, values), ElementsAre(14.0, 10.0, 3.0));
}

TEST(ProductSum, CountsAnInputThatIsMultipliedByItselfTwice) {
    EXPECT_THAT(slopes_of({{1.0, {0, 0}}}, values), ElementsAre(10.0, 0.0, 0.0));
}

TEST(ProductSum, MultipliesOutEveryPair) {
    // 10 (2 a b + 3 c)(a - 1) = 20 a a b - 20 a b + 30 a c - 30 c = 10 x 103 x 4.
    const ProductSum product = product_of(10.0, sum, {{1.0, {0}}, {-1.0, {}}});
    EXPECT_EQ(product.size(), 4U);
    EXPECT_EQ(value_of(product, values), 4120.0);
}

TEST(ProductSum, AddsTermsByTheirFactor) {
    ProductSum total{{1.0, {0}}};
    add_terms(-2.0, sum, total);
    EXPECT_EQ(value_of(total, values), 5.0 - 206.0);
}

TEST(ProductSum, TakesAnExactInputAtItsValueInEveryDraw) {
    const std::vector<double> first{1.0, 2.0};
    const std::vector<double> last{10.0, 20.0};
    const std::array<const std::vector<double>*, 3> columns{&first, nullptr, &last};
    EXPECT_THAT(draws_of(sum, {values, columns, 2}), ElementsAre(14.0 + 30.0, 28.0 + 60.0));
}

}  // namespace
}  // namespace reddline::estimation
