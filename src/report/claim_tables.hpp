#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Reported beside mapped loss of a zone by forest type, over the monitoring period, with the tonnes of each difference.
[[nodiscard]] PlainTable reported_table(const Strings& say, const AuditResult& results, std::size_t zone);

/// The forest types of a table with what the claim reports of each beside them: two columns more. A type that is reported and not
/// in the table gets a row before that of all, which is the last. The table itself where nothing is reported.
[[nodiscard]] PlainTable beside_reported(const Strings& say, PlainTable table, const AuditResult& results,
                                         std::size_t zone);

/// The parts of the difference between the claimed and the recomputed credits.
[[nodiscard]] PlainTable split_table(const Strings& say, const ClaimSplit& split);

/// The split of a zone; null without one.
[[nodiscard]] const ClaimSplit* split_of(const AuditResult& results, std::size_t zone);

/// A claim that names none of several projects, in plain sentences; empty without one.
[[nodiscard]] std::vector<std::string> open_claim_sentences(const Strings& say, const AuditCase& audit);

/// What is claimed, in one sentence; empty where the zone has no claim, or one that states no credits.
[[nodiscard]] std::vector<std::string> claimed_sentences(const Strings& say, const AuditCase& audit, std::size_t zone);

/// The claim against the evidence in a few plain sentences: where reported and mapped loss part ways by forest type, what that
/// is worth in tonnes, what makes most of the difference, and what document would settle it. Empty without a claim on
/// the zone.
[[nodiscard]] std::vector<std::string> dispute_sentences(const Strings& say, const AuditCase& audit,
                                                         const AuditResult& results, std::size_t zone);

/// Every part of the difference between the claim and the default reading, in one sentence; empty where it is not split.
[[nodiscard]] std::vector<std::string> split_sentences(const Strings& say, const AuditCase& audit,
                                                       const AuditResult& results, std::size_t zone);

}  // namespace reddline::report
