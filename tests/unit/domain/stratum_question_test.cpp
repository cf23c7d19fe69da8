#include "domain/stratum_question.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(MixSource, IsNamedAsInTheTables) {
    EXPECT_EQ(to_string(MixSource::expected), "expected");
    EXPECT_EQ(to_string(MixSource::reported), "reported");
    EXPECT_EQ(to_string(MixSource::mapped), "mapped");
}

}  // namespace
}  // namespace reddline
