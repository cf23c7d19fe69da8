#pragma once

#include <cstdint>
#include <ostream>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline {

/// How a failing test shows a finding.
void PrintTo(const Finding& finding, std::ostream* out);

}  // namespace reddline

namespace reddline::audit {

inline constexpr std::size_t project = 0;
inline constexpr std::size_t belt = 1;

/// One hectare and a pixel of it, so that pixels are hectares.
inline constexpr Tally one_ha{1, cm2_per_ha};

Tally ha(std::int64_t count);

MonitoringPeriod whole_years(int first, int last);

OutcomeTally outcomes_of(Outcome outcome, const Tally& tally);

/// 100 ha of untouched forest in the project zone and 40 ha in its belt.
Crosstab clean_crosstab();

StrataMap map_of_2015();

CarbonTable published_factors();

/// A case that no check has anything to say about, together with `clean_result`.
AuditCase clean_case();

/// Forest without loss in the strata of the map and where it has none.
ZoneLoss no_loss(std::int64_t forest_ha);

/// A statement of the project zone with a belt, a balanced ledger and no credits.
Statement clean_statement();

/// Totals that come to these credits, all of them reductions.
CreditTotals totals_of(std::int64_t credits_tCO2e);

ReadingResult reading_of(Route route, Arcs arcs, std::int64_t credits_tCO2e);

/// Some readings with credits from the one to the other number; their median is not asked.
Spread spread_of(std::size_t readings, std::int64_t lowest_tCO2e, std::int64_t highest_tCO2e);

/// Readings of both routes and both options, all consistent and with the same credits.
AuditResult clean_result(std::int64_t credits_tCO2e = 0);

/// The same readings, refused.
AuditResult refused_result();

/// Replaces the project zone's statement under the default reading.
void set_statement(AuditResult& results, const Statement& statement);

/// The case without pixels: zones whose strata are declared in a table, no maps, no crosstab.
AuditCase tables_only_case();

AuditResult tables_only_result();

/// Sets the outcomes of the project zone in a crosstab that has no other pixels.
void set_outcomes(AuditCase& audit, const OutcomeTally& outcomes);

}  // namespace reddline::audit
