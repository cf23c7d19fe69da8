#pragma once

#include <span>
#include <string>

#include "domain/mocaredd_workbook.hpp"
#include "domain/text_sheet.hpp"

namespace reddline::inputs {

/// Reads the four sheets of a mocaredd workbook: what stands in them, checked, and nothing computed.
///
/// Errors: Error{table_malformed} at the sheet and row: a sheet or column that is missing, several rows of settings,
///         ids that repeat, periods and land uses that another sheet does not know, unknown activities, pools, units or
///         distributions, and numbers that cannot be.
[[nodiscard]] MocareddWorkbook parse_mocaredd(std::span<const TextSheet> sheets, const std::string& name);

}  // namespace reddline::inputs
