#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace reddline::store {

/// What a file system says of a file. Whoever changes a file changes its stamp, even where size and time of its content are
/// put back: the time of the change itself cannot be set.
struct FileStamp {
    std::int64_t bytes = 0;
    std::int64_t content_changed_ns = 0;  ///< mtime, since 1970
    std::int64_t entry_changed_ns = 0;    ///< ctime, since 1970
    std::uint64_t inode = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// The stamp of a file of the local file system; nothing for any other path.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::string& path);

/// True when the file has not changed for so long before a time that a later change cannot bear the same stamp, whatever the
/// steps in which the file system counts time.
///
/// Units: nanoseconds since 1970.
[[nodiscard]] bool is_settled(const FileStamp& stamp, std::int64_t time_ns);

/// The time now, in nanoseconds since 1970.
[[nodiscard]] std::int64_t time_now_ns();

}  // namespace reddline::store
