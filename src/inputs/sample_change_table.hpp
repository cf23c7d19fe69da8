#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/sample_evidence.hpp"

namespace reddline::inputs {

/// Reads which reference classes are loss of which forest type: class,from[,to]; `to` empty = not known.
///
/// `audit` holds the legends and the national transitions, and `estimates` the classes.
/// Errors: Error{table_malformed} for a class that no point has and no map shows, one that comes twice, a stratum that is not
///         known, and a `from` that is not forest.
[[nodiscard]] std::vector<SampledChange> parse_sample_changes(std::string_view text, const std::string& name,
                                                              const AuditCase& audit, const SampleEstimates& estimates);

}  // namespace reddline::inputs
