#include "domain/credit_buffer.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

BufferPosting posting(const std::string& zone, BufferPostingKind kind, std::int64_t credits) {
    return {zone, kind, {credits}, "a report", "buffer.csv:2"};
}

TEST(CreditBuffer, AddsUpThePostingsOfEachProject) {
    const CreditBuffer buffer{
        0.1,
        "a rule",
        {posting("east", BufferPostingKind::opening, 2'000), posting("west", BufferPostingKind::reversal, 7),
         posting("east", BufferPostingKind::release, 300), posting("east", BufferPostingKind::reversal, 40),
         posting("east", BufferPostingKind::release, 5)}};
    const auto east = buffer.account_of("east");

    ASSERT_TRUE(east.has_value());
    EXPECT_EQ(east->opening.tCO2e, 2'000);
    EXPECT_EQ(east->released.tCO2e, 305);
    EXPECT_EQ(east->reversed.tCO2e, 40);
    EXPECT_EQ(buffer.account_of("west")->opening.tCO2e, 0);
    EXPECT_FALSE(buffer.account_of("north").has_value());
}

}  // namespace
}  // namespace reddline
