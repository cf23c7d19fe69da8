#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/statement.hpp"

namespace reddline::report {

/// Area that one zone loses from a stratum to the stock of another within the monitoring period, expected or observed.
struct ExportedArea {
    bool is_expected = false;
    std::size_t zone = 0;
    std::string from;
    std::string to;  ///< empty: no stock is subtracted
    double area_ha = 0.0;
    std::map<std::string, double> errors_ha{};  ///< standard errors by the input that they err with

    /// Of errors that are independent.
    [[nodiscard]] double standard_error_ha() const;
};

/// The areas behind the reductions of a statement, of the years of its period by their share in it. A belt has a part
/// in the years in which it displaces something.
///
/// Errors: a refusal, where an emission has no areas.
[[nodiscard]] Answer<std::vector<ExportedArea>> exported_areas(const AuditCase& audit, const Statement& statement);

}  // namespace reddline::report
