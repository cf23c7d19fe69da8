#include "estimation/variance_shares.hpp"

#include <gmock/gmock.h>

#include <numeric>
#include <vector>

namespace reddline::estimation {
namespace {

// Two inputs that do not go together: all four pairs of -1 and 1.
const std::vector<double> a{-1, -1, 1, 1};
const std::vector<double> b{-1, 1, -1, 1};

std::vector<double> combined(double of_a, double of_b, double of_product) {
    std::vector<double> result;
    for (std::size_t i = 0; i < a.size(); ++i)
        result.push_back(of_a * a[i] + of_b * b[i] + of_product * a[i] * b[i]);
    return result;
}

TEST(VarianceShares, AreTheSquaresOfTheEffectsByTheVariance) {
    const auto shares = variance_shares(std::vector{a, b}, combined(3, 4, 0));

    ASSERT_EQ(shares.size(), 2U);
    EXPECT_NEAR(shares[0], 9.0 / 25.0, 1e-12);
    EXPECT_NEAR(shares[1], 16.0 / 25.0, 1e-12);
}

TEST(VarianceShares, LeaveWhatIsOfNoInputAlone) {
    const auto shares = variance_shares(std::vector{a, b}, combined(3, 4, 5));

    EXPECT_NEAR(shares[0] + shares[1], 0.5, 1e-12);  // 25 of 9 + 16 + 25
}

TEST(VarianceShares, DivideThePartOfInputsThatAreOne) {
    const auto shares = variance_shares(std::vector{a, a}, combined(2, 0, 0));

    EXPECT_NEAR(shares[0], 0.5, 1e-12);
    EXPECT_NEAR(shares[1], 0.5, 1e-12);
}

TEST(VarianceShares, AreZeroWhereNothingVaries) {
    EXPECT_THAT(variance_shares(std::vector{a, b}, combined(0, 0, 0)), testing::ElementsAre(0.0, 0.0));
    EXPECT_TRUE(variance_shares({}, combined(0, 0, 0)).empty());
}

}  // namespace
}  // namespace reddline::estimation
