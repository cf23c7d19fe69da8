#pragma once

#include <filesystem>
#include <span>

#include "report/sheet.hpp"

namespace reddline::cli {

/// Writes sheets as an Excel workbook (OOXML) whose formulas hold their values. The same sheets give the same bytes.
///
/// Errors: Error{output_failed}, which names `shown`.
void write_workbook(std::span<const report::Sheet> sheets, const std::filesystem::path& path,
                    const std::filesystem::path& shown);

}  // namespace reddline::cli
