#include "domain/error.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace reddline {
namespace {

TEST(Error, IsOneLineOfCodeSubjectAndMessage) {
    const Error error{ErrorCode::grid_mismatch, "strata.tif", "pixel 0.00025 deg expected, 0.0003 found; resample it"};
    EXPECT_STREQ(error.what(), "grid_mismatch: strata.tif: pixel 0.00025 deg expected, 0.0003 found; resample it");
    EXPECT_EQ(error.code(), ErrorCode::grid_mismatch);
    EXPECT_EQ(error.subject(), "strata.tif");
    EXPECT_EQ(error.message(), "pixel 0.00025 deg expected, 0.0003 found; resample it");
}

TEST(ErrorCode, HasOneNameEach) {
    std::set<std::string> names;
    const int last = static_cast<int>(ErrorCode::internal);
    for (int code = 0; code <= last; ++code)
        names.emplace(to_string(static_cast<ErrorCode>(code)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(last) + 1);
    EXPECT_TRUE(names.contains("period_outside"));
}

}  // namespace
}  // namespace reddline
