#pragma once

#include "domain/mocaredd_workbook.hpp"
#include "domain/workbook_result.hpp"

namespace reddline::estimation {

/// What a mocaredd workbook comes to: emissions of every transition, reference level and reductions with their
/// uncertainty, what it comes from, and what the programmes would deduct.
///
/// Errors: Error{table_malformed} where a distribution cannot be.
/// Source: docs/equations.md, Eq. 11, 28, 29, 30, 40
[[nodiscard]] WorkbookResult workbook_result(const MocareddWorkbook& workbook);

}  // namespace reddline::estimation
