#pragma once

#include <string>
#include <vector>

#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/template_sheet.hpp"

namespace reddline::report {

/// The sheets of a mocaredd workbook that holds the default reading of one project: its expected areas as the reference
/// period, its observed ones as the monitoring period, and the stocks. A further sheet, which mocaredd does not read,
/// says what the template cannot express.
///
/// Errors: a refusal, where the reading is refused or rests on an emission without areas.
/// Source: docs/equations.md, Eq. 40
[[nodiscard]] Answer<std::vector<TemplateSheet>> mocaredd_export(const AuditCase& audit, const AuditResult& results,
                                                                 const ZoneStatement& statement);

}  // namespace reddline::report
