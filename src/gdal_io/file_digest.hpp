#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace reddline::gdal_io {

/// Size and SHA-256 of a file.
struct FileDigest {
    std::string path;
    std::int64_t bytes = 0;
    std::string sha256;  ///< 64 lower-case hexadecimal digits
    friend bool operator==(const FileDigest&, const FileDigest&) = default;
};

/// Reads a file, or any /vsi path, and hashes it.
///
/// Errors: Error{missing_file, unreadable_file}; Error{stopped} when `stop` becomes true.
[[nodiscard]] FileDigest digest_of(const std::string& path, const std::atomic<bool>& stop);

}  // namespace reddline::gdal_io
