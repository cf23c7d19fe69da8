#include "domain/uncertainty_rules.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(DistributionFamily, StandsInTablesByItsName) {
    EXPECT_EQ(to_string(DistributionFamily::normal), "normal");
    EXPECT_EQ(to_string(DistributionFamily::truncated_normal), "truncated-normal");
    EXPECT_EQ(to_string(DistributionFamily::log_normal), "log-normal");
    EXPECT_EQ(to_string(DistributionFamily::beta), "beta");
    EXPECT_EQ(to_string(DistributionFamily::triangular), "triangular");
    EXPECT_EQ(to_string(DistributionFamily::bootstrap), "bootstrap");
}

}  // namespace
}  // namespace reddline
