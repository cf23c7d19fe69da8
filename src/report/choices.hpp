#pragma once

#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// What a choice leaves open, in plain words, such as "which forest-type map is believed".
[[nodiscard]] std::string question_of(const Strings& say, Choice choice);

/// What every choice of the readings computed means, one plain line each, such as "option-1: forest that becomes ...".
[[nodiscard]] std::vector<std::string> choice_lines(const Strings& say, const AuditCase& audit,
                                                    const AuditResult& results);

}  // namespace reddline::report
