#pragma once

#include "unit/report/worked_case.hpp"

namespace reddline::report {

ReportedLoss reported_loss(const std::string& zone, const std::string& from, int year, double area_ha);

/// The park claims 2,000 credits, and 1 ha of evergreen and 4 ha of deciduous forest lost, by the map of 2020.
AuditCase claimed_case();

ClaimRow claim_row(const std::string& stratum, int year, double reported_ha, double mapped_ha, double factor);

/// Evergreen forest (440 t/ha) 1 ha reported and 3 ha mapped, deciduous forest (220 t/ha) 4 ha and 1 ha.
std::vector<ClaimRow> worked_claim_rows();

/// 2,000 t claimed, 1,341 t recomputed: 659 t = 500 - 385 + 605 + 20 + 10 - 91.
ClaimSplit worked_split();

/// Three mixes: 5 and 1 ha expected, 1 and 4 ha reported, 3 and 1 ha mapped with half a hectare elsewhere. The map of
/// 2017 shows half of what the claim calls deciduous as evergreen: 1 x 440 + 4 x (0.5 x 440 + 0.5 x 220) = 1,760 t instead of
/// 1 x 440 + 4 x 220 = 1,320 t.
StratumQuestion worked_question();

/// The worked result beside a claim of 2,000 credits that no reading reaches; the maps route (1,350) is nearest.
AuditResult claimed_result();

Reading reported_reading();

/// No pixel was counted: 100 ha of evergreen and 50 ha of deciduous forest are declared, the claim reports the loss.
AuditCase tables_case();

/// What accounting gives for it: one reading by the reported route, without a belt, and no mapped mix.
AuditResult tables_result();

}  // namespace reddline::report
