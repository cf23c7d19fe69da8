#include "store/file_stamp.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

namespace reddline::store {

namespace {

constexpr std::int64_t ns_per_s = 1'000'000'000;
constexpr std::int64_t clock_step_ns = ns_per_s / 100;   // of the clock that most file systems ask
constexpr std::int64_t coarsest_step_ns = 2 * ns_per_s;  // of FAT, the coarsest in use

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * ns_per_s + time.tv_nsec;
}

}  // namespace

std::optional<FileStamp> stamp_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return FileStamp{static_cast<std::int64_t>(status.st_size), nanoseconds(status.st_mtim),
                     nanoseconds(status.st_ctim), static_cast<std::uint64_t>(status.st_ino)};
}

void flush(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

bool may_have_changed_since(const FileStamp& stamp, std::int64_t time_ns) {
    return stamp.entry_changed_ns >= time_ns - clock_step_ns;
}

bool is_settled(const FileStamp& stamp, std::int64_t time_ns) {
    return stamp.entry_changed_ns < time_ns - coarsest_step_ns;
}

std::int64_t time_now_ns() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since_1970).count();
}

}  // namespace reddline::store
