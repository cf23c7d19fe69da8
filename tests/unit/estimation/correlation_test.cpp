#include "estimation/correlation.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/thrown_error.hpp"
#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using testing::HasSubstr;
using tests::correlated;
using tests::error_line;

const std::vector<std::string> names{"a", "b", "c"};

/// The factor times its transpose, which has to be the matrix again.
double product_at(const std::vector<double>& factor, std::size_t size, std::size_t one, std::size_t other) {
    double sum = 0.0;
    for (std::size_t k = 0; k < size; ++k)
        sum += factor[one * size + k] * factor[other * size + k];
    return sum;
}

void expect_factor_gives_back(const Correlation& correlation) {
    const std::vector<double> factor = correlation.factor();
    for (std::size_t one = 0; one < correlation.size(); ++one) {
        for (std::size_t other = 0; other < correlation.size(); ++other)
            EXPECT_NEAR(product_at(factor, correlation.size(), one, other), correlation.at(one, other), 1e-12);
    }
}

TEST(Correlation, HoldsThePairsInBothOrders) {
    const Correlation correlation(names, correlated({{"c", "a", 0.5, "correlation.csv:2"}}));

    EXPECT_EQ(correlation.at(0, 2), 0.5);
    EXPECT_EQ(correlation.at(2, 0), 0.5);
    EXPECT_EQ(correlation.at(1, 1), 1.0);
    EXPECT_TRUE(correlation.is_shared(0));
    EXPECT_FALSE(correlation.is_shared(1));
    expect_factor_gives_back(correlation);
}

TEST(Correlation, LeavesOutPairsOfInputsThatAreNotThere) {
    EXPECT_FALSE(Correlation(names, correlated({{"a", "elsewhere", 0.9, ""}})).is_shared(0));
}

TEST(Correlation, StandsInputsThatAreOne) {
    expect_factor_gives_back(Correlation(names, correlated({{"a", "b", 1.0, ""}})));
    expect_factor_gives_back(
        Correlation(names, correlated({{"a", "b", 1.0, ""}, {"b", "c", 1.0, ""}, {"a", "c", 1.0, ""}})));
    expect_factor_gives_back(
        Correlation(names, correlated({{"b", "c", -1.0, ""}, {"a", "b", 0.3, ""}, {"a", "c", -0.3, ""}})));
}

TEST(Correlation, RefusesWhatInputsCannotHaveTogether) {
    // a with b, b with c, and a against c: the eigenvalue is 1 - 2 x 0.9 = -0.8.
    const auto impossible = correlated({{"a", "b", 0.9, ""}, {"b", "c", 0.9, ""}, {"a", "c", -0.9, ""}});

    EXPECT_THAT(
        error_line([&] { return Correlation(names, impossible); }),
        HasSubstr("table_malformed: correlation.csv: expected correlations that inputs can have together, found a "
                  "matrix with the eigenvalue -0.8000 for a, b, c"));
}

}  // namespace
}  // namespace reddline::estimation
