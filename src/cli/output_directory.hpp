#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace reddline::cli {

/// What happens to an output directory that is already there.
enum class Existing { refuse, replace };

/// A directory that is either complete or absent: files go to a temporary directory beside it, which `publish` moves into
/// place. Without `publish`, nothing is left behind.
class OutputDirectory {
public:
    /// `marks` are the files by which a directory of its kind is known.
    ///
    /// Errors: Error{output_exists} when the path is there and must not be replaced, or holds something else than
    ///         earlier results; Error{output_failed} when the directory cannot be made.
    OutputDirectory(const std::string& path, Existing existing, const std::vector<std::string>& marks = {"run.json"});
    ~OutputDirectory();
    OutputDirectory(const OutputDirectory&) = delete;
    OutputDirectory& operator=(const OutputDirectory&) = delete;

    /// Where the files lie until `publish`.
    [[nodiscard]] const std::filesystem::path& folder() const { return temporary_; }
    /// Writes one file. Errors: Error{output_failed}, for example when the disk is full.
    void write(const std::string& name, std::string_view content) const;
    /// Writes one file from the pieces that `make` hands to what it is given. Errors: as above.
    void write_pieces(const std::string& name,
                      const std::function<void(const std::function<void(std::string_view)>&)>& make) const;
    /// Lets `make` write one file at the path that it is handed, for a library that opens files itself.
    void write_file(
        const std::string& name,
        const std::function<void(const std::filesystem::path&, const std::filesystem::path& shown)>& make) const;
    /// Moves the directory into place. Errors: Error{output_failed, output_exists}.
    void publish();

private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;
    std::vector<std::filesystem::path> made_parents_;  // innermost first
    Existing existing_;
    bool published_ = false;
};

}  // namespace reddline::cli
