#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace reddline::cli {

/// A file that is written from its beginning and must not be there yet; it is in place only once `finish` has returned.
///
/// Errors: Error{output_failed}, for example when the disk is full.
class NewFile {
public:
    /// `shown` is the path that messages name, where the file will be in the end.
    NewFile(const std::filesystem::path& path, const std::filesystem::path& shown);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view content) const;
    void finish();

private:
    void expect(bool success) const;

    std::filesystem::path shown_;
    int descriptor_;
};

/// Stops because nothing can be written at a path. Errors: Error{output_failed}.
[[noreturn]] void fail_to_write(const std::filesystem::path& path, const std::string& what);

/// Writes a file under a temporary name beside it and moves it into place, so that whoever looks sees all of it or none; what was
/// there before is replaced.
///
/// Errors: Error{output_failed}.
void write_whole(const std::filesystem::path& path, std::string_view content);

/// The same, but leaves a file that is there as it is. Returns whether it wrote one.
[[nodiscard]] bool write_first(const std::filesystem::path& path, std::string_view content);

}  // namespace reddline::cli
