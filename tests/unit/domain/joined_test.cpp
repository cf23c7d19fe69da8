#include "domain/joined.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace reddline {
namespace {

TEST(Joined, PutsTheSeparatorBetweenTexts) {
    EXPECT_EQ(joined(std::vector<std::string>{"a", "b", "c"}), "a, b, c");
    EXPECT_EQ(joined(std::set<std::string>{"b", "a"}, " "), "a b");
    EXPECT_EQ(joined(std::vector<std::string>{"", "b"}), ", b");
    EXPECT_EQ(joined(std::vector<std::string>{"a"}), "a");
    EXPECT_EQ(joined(std::vector<std::string>{}), "");
}

}  // namespace
}  // namespace reddline
