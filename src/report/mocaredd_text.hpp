#pragma once

#include <string>

#include "domain/mocaredd_workbook.hpp"
#include "domain/workbook_result.hpp"

namespace reddline::report {

/// The quantity as it stands in tables, such as `reference-level`.
[[nodiscard]] std::string quantity_name(WorkbookQuantity quantity);

/// What a mocaredd workbook comes to, on one screen.
[[nodiscard]] std::string workbook_text(const MocareddWorkbook& workbook, const WorkbookResult& result);

}  // namespace reddline::report
