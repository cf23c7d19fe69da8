#pragma once

#include <filesystem>
#include <span>

#include "report/sheet.hpp"
#include "report/template_sheet.hpp"

namespace reddline::cli {

/// Writes sheets as an Excel workbook (OOXML) whose formulas hold their values. The same sheets give the same bytes.
///
/// Errors: Error{output_failed}, which names `shown`.
void write_workbook(std::span<const report::Sheet> sheets, const std::filesystem::path& path,
                    const std::filesystem::path& shown);

/// Writes sheets that another tool reads, likewise; a cell without a value says NA.
///
/// Errors: as above.
void write_template(std::span<const report::TemplateSheet> sheets, const std::filesystem::path& path,
                    const std::filesystem::path& shown);

}  // namespace reddline::cli
