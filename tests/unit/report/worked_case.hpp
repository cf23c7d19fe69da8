#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

inline constexpr std::size_t park = 0;
inline constexpr std::size_t belt = 1;

/// One pixel is one hectare.
Tally ha(std::int64_t count);

OutcomeTally counted(std::int64_t count);

StrataMap types_of(int year, StrataRole role);

/// The park: 10 ha of evergreen forest that stayed, 2 ha that became cropland in 2019, 1 ha without a stratum.
Crosstab worked_crosstab();

CarbonTable worked_factors();

AuditCase worked_case();

Reading worked_reading(Route route, Arcs arcs);

/// 2,001 t expected, 500.25 t emitted, 10 t displaced: 1,490.75 t reduced, 149.075 t deducted, 1,341 credits.
Statement worked_statement();

/// The same where no belt is given: 1,500.75 t reduced, 150.075 t deducted, 1,350 credits.
CreditTotals totals_without_belt();

Statement statement_without_belt();

ZoneLoss worked_loss();

/// Credits of 1,341 by loss years and 1,350 by maps, and one refused reading: the route moves them by 9, the reduction by
/// 1,500.75 - 1,490.75 = 10.
ReadingsSummary worked_summary();

/// The default reading is computed, option 2 refused although 2,100 t are known to be expected, and the maps route an
/// upper bound without a belt.
AuditResult worked_result();

/// The same with every reading refused for one reason.
AuditResult refused_result(const std::string& reason);

/// A project zone named `zone` more, with a statement of its own.
void add_project(const std::string& zone, AuditCase& audit, AuditResult& results);

std::vector<std::string> lines_of(const std::string& text);

}  // namespace reddline::report
