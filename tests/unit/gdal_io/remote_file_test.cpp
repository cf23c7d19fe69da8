#include "gdal_io/remote_file.hpp"

#include <cpl_conv.h>
#include <gtest/gtest.h>

#include <string_view>

namespace reddline::gdal_io {
namespace {

TEST(IsRemote, TellsPathsOfTheNetworkFromOthers) {
    for (const char* path : {"/vsicurl/https://there/a.tif", "/vsis3/bucket/a.tif", "/vsigs/b/a.tif", "/vsiaz/c/a.tif"})
        EXPECT_TRUE(is_remote(path)) << path;
    for (const char* path : {"/data/a.tif", "a.tif", "/vsimem/a.tif", "/vsizip/a.zip/a.tif", "vsicurl/a.tif"})
        EXPECT_FALSE(is_remote(path)) << path;
}

TEST(PrepareForServers, AsksAgainUnlessTheEnvironmentSaysHowOften) {
    CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", nullptr);
    CPLSetConfigOption("GDAL_HTTP_RETRY_DELAY", "7");
    prepare_for_servers();
    EXPECT_EQ(std::string_view(CPLGetConfigOption("GDAL_HTTP_MAX_RETRY", "")), "5");
    EXPECT_EQ(std::string_view(CPLGetConfigOption("GDAL_HTTP_RETRY_DELAY", "")), "7");
}

TEST(AnswerText, BlamesTheServerOnlyWhereItDidNotGiveWhatWasAskedFor) {
    EXPECT_EQ(answer_text({}), "");
    EXPECT_EQ(answer_text(206), "");
    EXPECT_EQ(answer_text(0), ": the server did not answer");
    EXPECT_EQ(answer_text(503), ": the server answered with HTTP status 503");
}

}  // namespace
}  // namespace reddline::gdal_io
