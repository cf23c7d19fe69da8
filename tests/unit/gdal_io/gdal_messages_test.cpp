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

TEST(MessageCatcher, LeavesOutThePlaceThatLibtiffDoesNotKnow) {
    {
        const MessageCatcher catcher;
        CPLError(CE_Failure, CPLE_AppDefined,
                 "TIFFFillStrip:Read error at scanline 4294967295; got 3 bytes, expected 7");
        EXPECT_EQ(catcher.first(), "GDAL says: TIFFFillStrip:Read error; got 3 bytes, expected 7");
    }
    {
        const MessageCatcher catcher;
        CPLError(CE_Failure, CPLE_AppDefined,
                 "TIFFFillTile:Read error at row 4294967295, col 4294967295, tile 4; got 0");
        EXPECT_EQ(catcher.first(), "GDAL says: TIFFFillTile:Read error, tile 4; got 0");
    }
    const MessageCatcher catcher;
    CPLError(CE_Failure, CPLE_AppDefined, "TIFFFillStrip:Read error at scanline 429; got 3 bytes, expected 7");
    EXPECT_EQ(catcher.first(), "GDAL says: TIFFFillStrip:Read error at scanline 429; got 3 bytes, expected 7");
}

TEST(MessageCatcher, NotesTheServersLastAnswerAndKeepsTheRestOfTheTalkFromTheLog) {
    std::vector<std::string> log;
    route_messages([&](const std::string& message) { log.push_back(message); });
    {
        const MessageCatcher catcher(Caught::answers);
        EXPECT_EQ(catcher.http_status(), std::nullopt);
        CPLDebug("VSICURL", "Got response_code=%d", 503);
        CPLError(CE_Warning, CPLE_AppDefined, "HTTP error code: 503 - http://there. Retrying again in 0.5 secs");
        CPLDebug("VSICURL", "Got response_code=%d", 206);
        CPLDebug("VSICURL", "Downloading 0-16383");
        EXPECT_EQ(catcher.http_status(), 206);
        EXPECT_FALSE(catcher.any());
    }
    CPLDebug("VSICURL", "nobody asked for this");
    route_messages({});
    EXPECT_THAT(log, ::testing::IsEmpty());
}

}  // namespace
}  // namespace reddline::gdal_io
