#include "estimation/buffer_account.hpp"

#include <gtest/gtest.h>

namespace reddline::estimation {
namespace {

TEST(BufferAccountClosing, AddsThePeriodAndTakesReleasesAndReversals) {
    // 2,000 + 8,320 - 500 - 1,500 = 8,320.
    const BufferClosing closing = closing_of({{2'000}, {500}, {1'500}}, {8'320});

    EXPECT_EQ(closing.balance.tCO2e, 8'320);
    EXPECT_EQ(closing.shortfall.tCO2e, 0);
}

TEST(BufferAccountClosing, IsShortOfWhatItCannotPay) {
    // 2,000 + 100 - 0 - 2,500 = -400.
    const BufferClosing closing = closing_of({{2'000}, {}, {2'500}}, {100});

    EXPECT_EQ(closing.balance.tCO2e, 0);
    EXPECT_EQ(closing.shortfall.tCO2e, 400);
}

TEST(BufferAccountClosing, MayEndAtNothing) {
    const BufferClosing closing = closing_of({{10}, {5}, {6}}, {1});

    EXPECT_EQ(closing.balance.tCO2e, 0);
    EXPECT_EQ(closing.shortfall.tCO2e, 0);
}

}  // namespace
}  // namespace reddline::estimation
