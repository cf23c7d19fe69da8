#include "domain/demonstration.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(IsDemonstration, AsksForTheFirstWordInCapitalsOrNot) {
    EXPECT_TRUE(is_demonstration("demonstration"));
    EXPECT_TRUE(is_demonstration("demonstration: invented"));
    EXPECT_TRUE(is_demonstration("Demonstration value"));
    EXPECT_TRUE(is_demonstration("DEMONSTRATION"));
}

TEST(IsDemonstration, IsFalseForAnyOtherSource) {
    EXPECT_FALSE(is_demonstration(""));
    EXPECT_FALSE(is_demonstration("demonstratio"));
    EXPECT_FALSE(is_demonstration("Samreth et al. 2012, not a demonstration"));
    // '@' stands before 'A' and '[' behind 'Z': neither is a letter.
    EXPECT_FALSE(is_demonstration("[emonstration"));
    EXPECT_FALSE(is_demonstration("demonstr@tion"));
}

}  // namespace
}  // namespace reddline
