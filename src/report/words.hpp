#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/ledger.hpp"
#include "domain/reading.hpp"
#include "domain/reference_sample.hpp"
#include "domain/statement.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Every choice that has a part in a reading, in one line, such as "route loss; strata cgls-2015; canopy cover > 30 %; ...".
[[nodiscard]] std::string reading_text(const Strings& say, const AuditCase& audit, const Reading& reading);

/// The part of a reading that decides which loss is counted: route, strata and forest.
[[nodiscard]] std::string mapping_text(const Strings& say, const AuditCase& audit, const Reading& reading);

/// What a reading chooses, as it stands in tables; empty where the choice has no part in it.
[[nodiscard]] std::string choice_text(const AuditCase& audit, const Reading& reading, Choice choice);

/// The choices that a reference level of the national transitions depends on, in the order of the tables.
[[nodiscard]] const std::array<Choice, 6>& level_choices();

/// What a number may rest on besides the maps.
enum class Entered { factors, reference_level, deductions, claim, sample };

/// What must stand beside numbers: the audit's label, and which of what entered them are demonstration values; empty when
/// nothing must.
[[nodiscard]] std::string label_text(const Strings& say, const AuditCase& audit, const std::vector<Entered>& entered);

/// The same beside numbers that everything may have entered.
[[nodiscard]] std::string label_text(const Strings& say, const AuditCase& audit);

/// What must stand beside numbers that rest on a sample alone: the audit file's label, and whether the sample is a
/// demonstration value.
[[nodiscard]] std::string label_text(const Strings& say, const std::string& label, const ReferenceSample& sample);

/// What must stand beside what a reading by that route comes to, in tables for programs.
[[nodiscard]] std::string reading_label(const AuditCase& audit, Route route);

/// `entered`, and the claim or the sample where the route rests on it.
[[nodiscard]] std::vector<Entered> by_route(Route route, std::vector<Entered> entered);

/// The name of the strata map of a reading.
[[nodiscard]] std::string strata_text(const AuditCase& audit, const Reading& reading);

/// The caveats of a reading in words, joined with "; ".
[[nodiscard]] std::string caveats_text(const std::vector<Caveat>& caveats);

/// `creditable` or, of no credits, `not-creditable`, as it stands in tables.
[[nodiscard]] std::string_view status_name(Credits credits);

/// `computed` or `upper-bound`, as it stands in tables.
[[nodiscard]] std::string_view status_name(const CreditTotals& totals);

/// What a reader must know of a computed reading: why it is an upper bound, and its caveats; empty when nothing.
[[nodiscard]] std::string reason_text(const CreditTotals& totals, const std::vector<Caveat>& caveats);

}  // namespace reddline::report
