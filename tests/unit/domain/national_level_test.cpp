#include "domain/national_level.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(ShareKey, IsNamedAsInTheAuditFile) {
    EXPECT_EQ(to_string(ShareKey::forest_area), "forest-area");
    EXPECT_EQ(to_string(ShareKey::carbon_stock), "carbon-stock");
    EXPECT_EQ(to_string(ShareKey::past_area_change), "past-area-change");
    EXPECT_EQ(to_string(ShareKey::past_stock_change), "past-stock-change");
}

}  // namespace
}  // namespace reddline
