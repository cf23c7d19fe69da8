#include "gdal_io/gdal_messages.hpp"

#include <cpl_error.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace reddline::gdal_io {
namespace {

TEST(MessageCatcher, KeepsTheFirstFailureAndLetsWarningsPass) {
    std::vector<std::string> log;
    route_messages([&](const std::string& message) { log.push_back(message); });
    {
        const MessageCatcher catcher;
        EXPECT_FALSE(catcher.any());
        EXPECT_EQ(catcher.first(), "GDAL gives no reason");
        CPLError(CE_Warning, CPLE_AppDefined, "odd");
        CPLError(CE_Failure, CPLE_AppDefined, "broken\nstrip");
        CPLError(CE_Failure, CPLE_AppDefined, "and so on");
        EXPECT_TRUE(catcher.any());
        EXPECT_EQ(catcher.first(), "GDAL says: broken strip");
    }
    CPLError(CE_Warning, CPLE_AppDefined, "later");
    route_messages({});
    EXPECT_THAT(log, ::testing::ElementsAre("GDAL warning: odd", "GDAL warning: later"));
    EXPECT_EQ(CPLGetLastErrorType(), CE_Warning) << "the failure that was caught is over";
}

TEST(MessageCatcher, KeepsWarningsWhereTheyGiveTheReason) {
    const MessageCatcher catcher(Caught::everything);
    CPLError(CE_Warning, CPLE_AppDefined, "Self-intersection");
    EXPECT_EQ(catcher.first(), "GDAL says: Self-intersection");
}

}  // namespace
}  // namespace reddline::gdal_io
