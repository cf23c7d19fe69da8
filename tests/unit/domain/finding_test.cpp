#include "domain/finding.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(Severity, IsNamedAsInTheTables) {
    EXPECT_EQ(to_string(Severity::note), "note");
    EXPECT_EQ(to_string(Severity::warning), "warning");
    EXPECT_EQ(to_string(Severity::contradiction), "contradiction");
}

}  // namespace
}  // namespace reddline
