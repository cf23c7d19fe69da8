#pragma once

#include <cstddef>

#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/claim.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// The area of a reported loss that lies in the monitoring period: as reported, or by days where whole calendar years are
/// reported. Needs a monitoring period.
///
/// Source: docs/equations.md, Eq. 6
[[nodiscard]] Hectares reported_in_period(const AuditCase& audit, const ReportedLoss& loss);

/// Activity data of the reported route: the losses that the claim reports in a zone, as whole years.
///
/// What is reported of the part of a year that lies in the period is divided by that part, so that weighing the year
/// (Eq. 6) gives it back.
/// Errors: a refusal when the claim reports no loss of the zone.
/// Source: docs/equations.md, Eq. 6, 20
[[nodiscard]] Answer<ActivityData> reported_activity(const AuditCase& audit, std::size_t zone);

}  // namespace reddline::accounting
