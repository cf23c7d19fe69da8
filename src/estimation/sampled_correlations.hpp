#pragma once

#include <vector>

#include "domain/audit_case.hpp"
#include "domain/uncertainty_rules.hpp"

namespace reddline::estimation {

/// Correlations of the areas that the sample of an audit estimated, of every two losses in all zones that it speaks of: one
/// sample gave them all. Areas without a standard error have none, and pairs whose covariance is 0 are left out.
///
/// Source: docs/equations.md, Eq. 8
[[nodiscard]] std::vector<InputCorrelation> sampled_correlations(const AuditCase& audit);

/// The rules of an audit with the correlations that its sample gives.
[[nodiscard]] UncertaintyRules with_sampled_correlations(const AuditCase& audit);

/// Stops where a rule stands against the correlations of a sample, before anything is counted.
///
/// Errors: Error{table_malformed} at the line of a correlation of two areas of the sample, and of a bootstrap of an area that
///         goes together with another.
void expect_sampled_correlations(const AuditCase& audit);

}  // namespace reddline::estimation
