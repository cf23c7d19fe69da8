#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/credit_uncertainty.hpp"

namespace reddline::estimation {

/// The uncertainty of the reductions of every project: of the default reading in full, of every other with fewer draws where
/// there are many. Nothing where no input has a standard error.
///
/// Errors: Error{table_malformed} where a distribution or correlation cannot be. That every rule of [uncertainty] names an
///         input is what expect_inputs saw to before.
/// Source: docs/equations.md, Eq. 28, 29, 30
[[nodiscard]] CreditUncertainty credit_uncertainty(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::estimation
