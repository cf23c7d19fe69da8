#include "cli/output_directory.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "cli/new_file.hpp"
#include "domain/error.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

void expect_absent(const fs::path& path) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) {
        throw Error(
            ErrorCode::output_exists, path.string(),
            "expected a directory that does not exist yet; choose another -o DIR, or add --overwrite to replace it");
    }
}

/// Stops unless the path is free, an empty directory, or one that an earlier run wrote: a mistyped -o DIR must not cost
/// somebody's data.
void expect_replaceable(const fs::path& path, const std::vector<std::string>& marks) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored))) return;
    const auto lacking =
        std::ranges::find_if(marks, [&](const std::string& mark) { return !fs::exists(path / mark, ignored); });
    if (fs::is_directory(path, ignored) && (fs::is_empty(path, ignored) || lacking == marks.end())) return;
    throw Error(ErrorCode::output_exists, path.string(),
                "expected results of an earlier run to replace, found something else, without " +
                    (lacking == marks.end() ? marks.front() : *lacking) +
                    "; choose another -o DIR, or remove it yourself");
}

}  // namespace

OutputDirectory::OutputDirectory(const std::string& path, Existing existing, const std::vector<std::string>& marks)
    : path_{fs::absolute(path).lexically_normal()}, existing_{existing} {
    if (!path_.has_filename()) path_ = path_.parent_path();
    if (existing_ == Existing::refuse) expect_absent(path_);
    if (existing_ == Existing::replace) expect_replaceable(path_, marks);
    std::error_code error;
    for (fs::path parent = path_.parent_path(); !fs::exists(parent, error) && !parent.empty();
         parent = parent.parent_path()) {
        made_parents_.push_back(parent);
    }
    fs::create_directories(path_.parent_path(), error);
    if (error) fail_to_write(path_.parent_path(), error.message());
    std::string pattern = (path_.parent_path() / ("." + path_.filename().string() + ".partial-XXXXXX")).string();
    if (::mkdtemp(pattern.data()) == nullptr) fail_to_write(path_, std::strerror(errno));
    temporary_ = pattern;
    fs::permissions(temporary_, fs::perms{0755}, error);
}

OutputDirectory::~OutputDirectory() {
    std::error_code ignored;
    if (published_) return;
    fs::remove_all(temporary_, ignored);
    for (const fs::path& parent : made_parents_)
        fs::remove(parent, ignored);  // Only while it is empty.
}

void OutputDirectory::write(const std::string& name, std::string_view content) const {
    write_pieces(name, [&](const auto& write) { write(content); });
}

void OutputDirectory::write_pieces(
    const std::string& name, const std::function<void(const std::function<void(std::string_view)>&)>& make) const {
    NewFile file(temporary_ / name, path_ / name);
    make([&](std::string_view piece) { file.write(piece); });
    file.finish();
}

void OutputDirectory::write_file(const std::string& name,
                                 const std::function<void(const fs::path&, const fs::path& shown)>& make) const {
    make(temporary_ / name, path_ / name);
}

void OutputDirectory::publish() {
    std::error_code error;
    const fs::path retired = temporary_.string() + ".old";
    const bool is_there = fs::exists(fs::symlink_status(path_, error));
    if (is_there && existing_ == Existing::refuse) expect_absent(path_);
    if (is_there) {
        fs::rename(path_, retired, error);
        if (error) fail_to_write(path_, error.message());
    }
    fs::rename(temporary_, path_, error);
    if (error) {
        std::error_code ignored;
        if (is_there) fs::rename(retired, path_, ignored);
        fail_to_write(path_, error.message());
    }
    published_ = true;
    fs::remove_all(retired, error);
}

}  // namespace reddline::cli
