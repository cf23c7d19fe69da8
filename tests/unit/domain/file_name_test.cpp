#include "domain/file_name.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(FileNameOf, DropsTheFolder) {
    EXPECT_EQ(file_name_of("tables/carbon.csv"), "carbon.csv");
    EXPECT_EQ(file_name_of("carbon.csv"), "carbon.csv");
}

}  // namespace
}  // namespace reddline
