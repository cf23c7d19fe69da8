#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace reddline {

/// What kind of trouble stopped the run; the exit code follows from it.
enum class ErrorCode {
    usage,              ///< the command line cannot be used
    audit_file,         ///< a mistake in the audit file's text
    output_exists,      ///< the output directory is already there
    period_outside,     ///< a period reaches beyond the loss product
    missing_file,       ///< an input does not exist
    unreadable_file,    ///< an input exists and cannot be opened or has the wrong format
    corrupt_raster,     ///< a block of a raster cannot be read
    grid_mismatch,      ///< pixel size or origin differs from the loss tiles
    grid_rotated,       ///< a raster is rotated or sheared
    crs_missing,        ///< no coordinate reference system
    crs_mismatch,       ///< another coordinate reference system than the loss tiles
    tile_overlap,       ///< two tiles of one layer cover the same pixel
    tile_missing,       ///< one layer has a tile inside a zone, another has not
    code_not_whole,     ///< a pixel of a code layer is not a whole number
    code_unlisted,      ///< a pixel's code is not in the legend
    zone_outside,       ///< a zone lies wholly outside the data
    zone_empty,         ///< a zone has no feature or no pixel
    zone_unknown,       ///< a zone that another entry names does not exist
    table_malformed,    ///< a table has a wrong column, value or line
    factor_missing,     ///< a stratum has no carbon factor
    crosstab_mismatch,  ///< an existing crosstab does not belong to the audit file
    incomplete,         ///< units of a count are missing
    output_failed,      ///< an output cannot be written
    stopped,            ///< a signal stopped the run
    internal,           ///< our own fault
};

/// The code as it stands in messages, for example `grid_mismatch`.
[[nodiscard]] std::string_view to_string(ErrorCode code);

/// Input or output that cannot be used: what was expected, what was found, what to do.
class Error : public std::runtime_error {
public:
    /// `subject` is the file, zone or option concerned.
    Error(ErrorCode code, std::string subject, std::string message);

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& subject() const noexcept { return subject_; }
    [[nodiscard]] const std::string& message() const noexcept { return message_; }

private:
    ErrorCode code_;
    std::string subject_;
    std::string message_;
};

}  // namespace reddline
