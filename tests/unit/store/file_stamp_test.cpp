#include "store/file_stamp.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

namespace reddline::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::int64_t second_ns = 1'000'000'000;

TEST(FileStamp, ChangesWithTheContentEvenWhereSizeAndTimeArePutBack) {
    const std::string path = testing::TempDir() + "stamped";
    std::ofstream(path) << "first";
    const auto time = fs::last_write_time(path);
    const auto before = stamp_of(path);
    ASSERT_TRUE(before);
    EXPECT_EQ(before->bytes, 5);
    EXPECT_EQ(stamp_of(path), before);
    std::this_thread::sleep_for(20ms);  // several steps of the file system's clock
    std::ofstream(path) << "other";
    fs::last_write_time(path, time);
    const auto after = stamp_of(path);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->bytes, before->bytes);
    EXPECT_EQ(after->content_changed_ns, before->content_changed_ns);
    EXPECT_NE(after, before);
    fs::remove(path);
}

TEST(FileStamp, IsNoneOfWhatIsNoLocalFile) {
    EXPECT_EQ(stamp_of(testing::TempDir()), std::nullopt);
    EXPECT_EQ(stamp_of("no such file"), std::nullopt);
    EXPECT_EQ(stamp_of("/vsicurl/http://127.0.0.1/x.tif"), std::nullopt);
}

TEST(FileStamp, IsSettledOnceItIsOlderThanAnyFileSystemsStep) {
    const FileStamp stamp{
        .bytes = 1, .content_changed_ns = 99 * second_ns, .entry_changed_ns = 10 * second_ns, .inode = 1};
    EXPECT_FALSE(is_settled(stamp, 10 * second_ns));
    EXPECT_FALSE(is_settled(stamp, 12 * second_ns)) << "a later change may fall into the same step of two seconds";
    EXPECT_TRUE(is_settled(stamp, 12 * second_ns + 1)) << "the time of the content may be set to anything";
}

TEST(FileStamp, TellsWhatChangedSinceATime) {
    const FileStamp stamp{.bytes = 1, .content_changed_ns = 0, .entry_changed_ns = 10 * second_ns, .inode = 1};
    EXPECT_TRUE(may_have_changed_since(stamp, 9 * second_ns));
    EXPECT_TRUE(may_have_changed_since(stamp, 10 * second_ns + second_ns / 200)) << "within a step of the clock";
    EXPECT_FALSE(may_have_changed_since(stamp, 10 * second_ns + second_ns / 50));
}

/// Stores one byte through the mapped memory of a file.
void store(char* memory, char byte) {
    *static_cast<volatile char*>(memory) = byte;
}

TEST(FileStamp, ChangesWithAStoreThroughMappedMemoryOnceTheFileIsFlushed) {
    const std::string path = testing::TempDir() + "mapped";
    std::ofstream(path) << "first";
    const int descriptor = ::open(path.c_str(), O_RDWR);
    ASSERT_GE(descriptor, 0);
    void* const memory = ::mmap(nullptr, 5, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ASSERT_NE(memory, MAP_FAILED);
    store(static_cast<char*>(memory), 'F');
    flush(path);
    const auto before = stamp_of(path);
    std::this_thread::sleep_for(20ms);
    store(static_cast<char*>(memory), 'G');
    EXPECT_NE(stamp_of(path), before);
    ::munmap(memory, 5);
    ::close(descriptor);
    fs::remove(path);
}

TEST(FileStamp, KnowsTheTime) {
    constexpr std::int64_t of_2024 = 1'704'067'200;
    EXPECT_GT(time_now_ns(), of_2024 * second_ns);
}

}  // namespace
}  // namespace reddline::store
