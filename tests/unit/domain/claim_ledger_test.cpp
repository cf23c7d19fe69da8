#include "domain/claim_ledger.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(ClaimPart, IsNamedAsInTheTables) {
    EXPECT_EQ(to_string(ClaimPart::reference_level), "reference_level");
    EXPECT_EQ(to_string(ClaimPart::hectares), "hectares");
    EXPECT_EQ(to_string(ClaimPart::strata), "strata");
    EXPECT_EQ(to_string(ClaimPart::factors), "factors");
    EXPECT_EQ(to_string(ClaimPart::displaced), "displaced");
    EXPECT_EQ(to_string(ClaimPart::deductions), "deductions");
    EXPECT_EQ(to_string(ClaimPart::not_itemised), "not_itemised");
}

}  // namespace
}  // namespace reddline
