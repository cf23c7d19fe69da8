#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Mapped loss of all zones of an audit without a project, for a screen: by forest type where there are at most three.
///
/// Source: docs/equations.md, Eq. 4, 6
[[nodiscard]] std::string zones_loss_text(const Strings& say, const AuditCase& audit, const AuditResult& results);

/// Mapped loss of the zones of role `other` beside projects, in one sentence: in the period, by forest type, the largest
/// first; empty where there is none.
///
/// Source: docs/equations.md, Eq. 4, 6
[[nodiscard]] std::string other_zones_sentence(const Strings& say, const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
