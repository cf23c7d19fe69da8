#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gdal_io/file_digest.hpp"

namespace reddline::cli {

/// The digests of files, each made once; they may be made while other work is done.
class InputDigests {
public:
    explicit InputDigests(const std::atomic<bool>& stop) : stop_{&stop} {}

    /// Work that makes the digests of files that are not yet made, one file each, to be done on any thread while these digests live,
    /// before more is asked for. An error waits until the digest is asked for.
    [[nodiscard]] std::vector<std::function<void()>> work_for(const std::vector<std::string>& paths);

    /// Takes a digest that is known already.
    void know(const gdal_io::FileDigest& digest) { results_[digest.path].digest = digest; }

    /// The digest of a file whose work is done.
    ///
    /// Errors: Error{missing_file, unreadable_file, stopped}.
    [[nodiscard]] const gdal_io::FileDigest& of(const std::string& path) const;

private:
    struct Result {
        std::optional<gdal_io::FileDigest> digest;
        std::exception_ptr error;
    };
    const std::atomic<bool>* stop_;
    std::map<std::string, Result> results_;  // places stay where they are while others are added
};

}  // namespace reddline::cli
