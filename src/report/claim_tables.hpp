#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/aligned_table.hpp"

namespace reddline::report {

/// Reported beside mapped loss of a zone by forest type, over the monitoring period, with the tonnes of each difference.
[[nodiscard]] PlainTable reported_table(const AuditResult& results, std::size_t zone);

/// The parts of the difference between the claimed and the recomputed credits.
[[nodiscard]] PlainTable split_table(const ClaimSplit& split);

/// The split of a zone; null without one.
[[nodiscard]] const ClaimSplit* split_of(const AuditResult& results, std::size_t zone);

/// A claim that names none of several projects, in plain sentences; empty without one.
[[nodiscard]] std::vector<std::string> open_claim_sentences(const AuditCase& audit);

/// The claim against the evidence in a few plain sentences: what is claimed, where reported and mapped loss part ways by
/// forest type, what that is worth in tonnes, what the difference consists of, and what document would settle its largest
/// part. Empty without a claim on the zone.
[[nodiscard]] std::vector<std::string> claim_sentences(const AuditCase& audit, const AuditResult& results,
                                                       std::size_t zone);

}  // namespace reddline::report
