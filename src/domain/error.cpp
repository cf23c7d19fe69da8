#include "domain/error.hpp"

#include <utility>

namespace reddline {

std::string_view to_string(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return "usage";
        case ErrorCode::audit_file:
            return "audit_file";
        case ErrorCode::output_exists:
            return "output_exists";
        case ErrorCode::period_outside:
            return "period_outside";
        case ErrorCode::missing_file:
            return "missing_file";
        case ErrorCode::unreadable_file:
            return "unreadable_file";
        case ErrorCode::corrupt_raster:
            return "corrupt_raster";
        case ErrorCode::grid_mismatch:
            return "grid_mismatch";
        case ErrorCode::grid_rotated:
            return "grid_rotated";
        case ErrorCode::crs_missing:
            return "crs_missing";
        case ErrorCode::crs_mismatch:
            return "crs_mismatch";
        case ErrorCode::tile_overlap:
            return "tile_overlap";
        case ErrorCode::tile_missing:
            return "tile_missing";
        case ErrorCode::code_not_whole:
            return "code_not_whole";
        case ErrorCode::code_unlisted:
            return "code_unlisted";
        case ErrorCode::zone_outside:
            return "zone_outside";
        case ErrorCode::zone_empty:
            return "zone_empty";
        case ErrorCode::zone_unknown:
            return "zone_unknown";
        case ErrorCode::table_malformed:
            return "table_malformed";
        case ErrorCode::factor_missing:
            return "factor_missing";
        case ErrorCode::crosstab_mismatch:
            return "crosstab_mismatch";
        case ErrorCode::incomplete:
            return "incomplete";
        case ErrorCode::output_failed:
            return "output_failed";
        case ErrorCode::stopped:
            return "stopped";
        case ErrorCode::internal:
            return "internal";
    }
    return "internal";
}

Error::Error(ErrorCode code, std::string subject, std::string message)
    : std::runtime_error(std::string(to_string(code)) + ": " + subject + ": " + message),
      code_(code),
      subject_(std::move(subject)),
      message_(std::move(message)) {}

}  // namespace reddline
