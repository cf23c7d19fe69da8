#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// The default reading of a zone, and every reading that differs from it in one choice alone: what each gives, or why it
/// gives nothing.
[[nodiscard]] PlainTable one_change_table(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                          std::size_t zone);

/// How much the credits move when only one choice changes, the choice that moves them most first.
[[nodiscard]] PlainTable effects_table(const Strings& say, const ReadingsSummary& summary);

/// The reading nearest to the claim beside the default: which choices differ.
[[nodiscard]] std::string difference_text(const Strings& say, const AuditCase& audit, const Reading& standard,
                                          const Reading& other);

/// What the readings give that treat both sides alike, whether they reach the claim, and which choice matters most.
[[nodiscard]] std::vector<std::string> readings_sentences(const Strings& say, const AuditResult& results,
                                                          std::size_t zone);

/// What all readings give, how many are refused, and which one is nearest to the claim.
[[nodiscard]] std::vector<std::string> further_readings_sentences(const Strings& say, const AuditCase& audit,
                                                                  const AuditResult& results, std::size_t zone);

/// Per 1,000 ha of each forest type: what the national transitions expect under every reading of them.
[[nodiscard]] PlainTable unit_table(const Strings& say, const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
