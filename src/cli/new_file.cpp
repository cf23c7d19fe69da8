#include "cli/new_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "domain/error.hpp"

namespace reddline::cli {

namespace fs = std::filesystem;

namespace {

/// A name beside the path that no other process uses.
class TemporaryName {
public:
    explicit TemporaryName(const fs::path& path) {
        std::string pattern = (path.parent_path() / ("." + path.filename().string() + ".XXXXXX")).string();
        const int descriptor = ::mkstemp(pattern.data());
        if (descriptor < 0) fail_to_write(path, std::strerror(errno));
        ::close(descriptor);
        name_ = pattern;
        fs::remove(name_);
    }
    ~TemporaryName() {
        std::error_code ignored;
        fs::remove(name_, ignored);
    }
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    [[nodiscard]] const fs::path& name() const { return name_; }

private:
    fs::path name_;
};

void write_beside(const TemporaryName& temporary, const fs::path& path, std::string_view content) {
    NewFile file(temporary.name(), path);
    file.write(content);
    file.finish();
}

}  // namespace

void fail_to_write(const fs::path& path, const std::string& what) {
    throw Error(ErrorCode::output_failed, path.string(),
                "expected to write here, found: " + what + "; check rights and free space, or choose another place");
}

NewFile::NewFile(const fs::path& path, const fs::path& shown)
    : shown_{shown}, descriptor_{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)} {
    expect(descriptor_ >= 0);
}

NewFile::~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void NewFile::write(std::string_view content) const {
    while (!content.empty()) {
        const ssize_t count = ::write(descriptor_, content.data(), content.size());
        expect(count >= 0 || errno == EINTR);
        if (count > 0) content.remove_prefix(static_cast<std::size_t>(count));
    }
}

void NewFile::finish() {
    // A full disk may only show when the data leave the page cache.
    expect(::fsync(descriptor_) == 0 || errno == EINVAL);
    expect(::close(std::exchange(descriptor_, -1)) == 0);
}

void NewFile::expect(bool success) const {
    if (!success) fail_to_write(shown_, std::strerror(errno));
}

void write_whole(const fs::path& path, std::string_view content) {
    const TemporaryName temporary(path);
    write_beside(temporary, path, content);
    std::error_code error;
    fs::rename(temporary.name(), path, error);
    if (error) fail_to_write(path, error.message());
}

bool write_first(const fs::path& path, std::string_view content) {
    const TemporaryName temporary(path);
    write_beside(temporary, path, content);
    if (::link(temporary.name().c_str(), path.c_str()) == 0) return true;
    if (errno == EEXIST || fs::exists(path)) return false;
    // Some file systems have no second names for a file; there, whoever comes last writes the same.
    std::error_code error;
    fs::rename(temporary.name(), path, error);
    if (error) fail_to_write(path, error.message());
    return true;
}

}  // namespace reddline::cli
