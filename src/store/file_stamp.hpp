#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace reddline::store {

/// What a file system says of a file. Whoever writes to a file changes its stamp, even where size and time of its content are
/// put back: the time of the change itself cannot be set. Only stores through memory that was mapped and written to before may
/// come without one, until the file is flushed.
struct FileStamp {
    std::int64_t bytes = 0;
    std::int64_t content_changed_ns = 0;  ///< mtime, since 1970
    std::int64_t entry_changed_ns = 0;    ///< ctime, since 1970
    std::uint64_t inode = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// The stamp of a file of the local file system; nothing for any other path.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::string& path);

/// Writes what programs have stored through mapped memory out to the file, so that further stores change its stamp.
void flush(const std::string& path);

/// True when the file may have changed at a time or after it, as the steps of the system's clock let us know.
[[nodiscard]] bool may_have_changed_since(const FileStamp& stamp, std::int64_t time_ns);

/// True when the file has not changed for so long before a time that a later change cannot bear the same stamp, whatever the
/// steps in which the file system counts time.
///
/// Units: nanoseconds since 1970.
[[nodiscard]] bool is_settled(const FileStamp& stamp, std::int64_t time_ns);

/// The time now, in nanoseconds since 1970.
[[nodiscard]] std::int64_t time_now_ns();

}  // namespace reddline::store
