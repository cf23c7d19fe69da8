#pragma once

#include <string>

#include "domain/mocaredd_workbook.hpp"
#include "domain/workbook_result.hpp"

namespace reddline::report {

/// workbook_emissions.csv: what every transition of a mocaredd workbook emits.
[[nodiscard]] std::string workbook_emissions_csv(const MocareddWorkbook& workbook, const WorkbookResult& result);
/// workbook_reductions.csv: reference level, emissions and reductions by period, with their uncertainty.
[[nodiscard]] std::string workbook_reductions_csv(const MocareddWorkbook& workbook, const WorkbookResult& result);
/// workbook_inputs.csv: every input, and its part in the uncertainty of each monitoring period's reductions.
[[nodiscard]] std::string workbook_inputs_csv(const MocareddWorkbook& workbook, const WorkbookResult& result);
/// workbook_deductions.csv: what the programmes would deduct from each monitoring period's reductions.
[[nodiscard]] std::string workbook_deductions_csv(const WorkbookResult& result);
/// workbook_factors.csv: the stocks in the form that [carbon] factors of an audit file takes.
[[nodiscard]] std::string workbook_factors_csv(const MocareddWorkbook& workbook, const WorkbookResult& result);

}  // namespace reddline::report
