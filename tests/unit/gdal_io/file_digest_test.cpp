#include "gdal_io/file_digest.hpp"

#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

const std::atomic<bool> never{false};

// Vectors of FIPS 180-4, as NIST publishes them.
TEST(FileDigest, AgreesWithThePublishedVectors) {
    EXPECT_EQ(digest_of(tests::write_text("/vsimem/digest/empty", ""), never).sha256,
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(digest_of(tests::write_text("/vsimem/digest/abc", "abc"), never).sha256,
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const std::string million(1000000, 'a');
    const FileDigest digest = digest_of(tests::write_text("/vsimem/digest/million", million), never);
    EXPECT_EQ(digest.sha256, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    EXPECT_EQ(digest.bytes, 1000000);
    EXPECT_EQ(digest.path, "/vsimem/digest/million");
}

TEST(FileDigest, RefusesAMissingFileAndADirectory) {
    using reddline::tests::thrown_error;
    EXPECT_EQ(thrown_error([] { return digest_of("/vsimem/digest/none", never); }).code(), ErrorCode::missing_file);
    EXPECT_EQ(thrown_error([] { return digest_of("/tmp", never); }).code(), ErrorCode::unreadable_file);
}

TEST(FileDigest, StopsWhenAsked) {
    const std::string path = tests::write_text("/vsimem/digest/stop", "abc");
    const std::atomic<bool> now{true};
    EXPECT_EQ(reddline::tests::thrown_error([&] { return digest_of(path, now); }).code(), ErrorCode::stopped);
}

}  // namespace
}  // namespace reddline::gdal_io
