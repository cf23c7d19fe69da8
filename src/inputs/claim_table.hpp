#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/claim.hpp"

namespace reddline::inputs {

/// Reads the losses that a project reports: `zone,from[,to],year,area_ha`. No `to`, or an empty one, is land that is no
/// forest and holds no carbon. `audit` holds the legends, the national classes and the monitoring period.
///
/// Errors: Error{table_malformed} for a stratum that neither a legend nor the national matrix lists, a year outside the
///         monitoring period, a negative area, a loss given twice, or no line at all. Whether the zone exists is known
///         once the zones are read.
[[nodiscard]] std::vector<ReportedLoss> parse_claimed_losses(std::string_view text, const std::string& name,
                                                             const AuditCase& audit);

/// Reads the amounts that a project reports for the whole monitoring period: `item,value,unit`. `stated` is what the
/// audit file itself states; the result holds both.
///
/// Units:  tCO2e, and the table says so in every line.
/// Errors: Error{table_malformed} for an unknown item, another unit, an item given twice, fewer than no credits, an
///         amount that contradicts `stated`, or no line at all.
[[nodiscard]] std::map<ClaimItem, TonnesCO2e> parse_claimed_items(std::string_view text, const std::string& name,
                                                                  const std::map<ClaimItem, TonnesCO2e>& stated);

}  // namespace reddline::inputs
