#pragma once

#include <filesystem>

namespace reddline::cli {

/// A directory of its own in the system's folder for temporary files, which TMPDIR may name; it goes with everything in it.
class TemporaryDirectory {
public:
    /// Errors: Error{output_failed}.
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace reddline::cli
