#include "cli/temporary_directory.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "domain/error.hpp"

namespace reddline::cli {

namespace fs = std::filesystem;

TemporaryDirectory::TemporaryDirectory() {
    std::error_code error;
    const fs::path folder = fs::temp_directory_path(error);
    const auto fail = [](const std::string& subject, const std::string& found) {
        throw Error(ErrorCode::output_failed, subject,
                    "expected a folder for temporary files, found: " + found + "; let TMPDIR name one with room");
    };
    if (error) fail("TMPDIR", error.message());
    std::string pattern = (folder / "reddline-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) fail(folder.string(), std::strerror(errno));
    path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace reddline::cli
