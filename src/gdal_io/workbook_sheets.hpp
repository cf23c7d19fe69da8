#pragma once

#include <string>
#include <vector>

#include "domain/text_sheet.hpp"

namespace reddline::gdal_io {

/// The sheets of an Excel workbook (OOXML) in its order, without their empty rows; a formula as the value that the
/// file holds for it, true and false as 1 and 0.
///
/// Errors: Error{missing_file}; Error{unreadable_file} when it is no such workbook or breaks off.
[[nodiscard]] std::vector<TextSheet> read_workbook(const std::string& path);

}  // namespace reddline::gdal_io
