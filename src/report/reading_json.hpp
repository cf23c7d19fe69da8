#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/units.hpp"

namespace reddline::report {

/// A number, or null where it is not known.
[[nodiscard]] nlohmann::ordered_json json_number(std::optional<double> value);

/// An amount as a number, or null where it is not known.
template <class Unit>
[[nodiscard]] auto json_number(const std::optional<Quantity<Unit>>& amount) {
    return json_number(amount ? std::optional(amount->value()) : std::optional<double>{});
}

/// The choices of a reading; those that have no part in it are left out.
[[nodiscard]] nlohmann::ordered_json reading_json(const AuditCase& audit, const Reading& reading);

/// Every reading with what it gives.
[[nodiscard]] nlohmann::ordered_json readings_json(const AuditCase& audit, const AuditResult& results);

/// Spread and effects of the readings by project zone.
[[nodiscard]] nlohmann::ordered_json summaries_json(const AuditCase& audit, const AuditResult& results);

/// The default reading's statements with years, strata and ledger.
[[nodiscard]] nlohmann::ordered_json statements_json(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
