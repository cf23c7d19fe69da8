#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/carbon_stock.hpp"
#include "domain/credit_model.hpp"
#include "domain/credit_uncertainty.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// The reductions of a statement as they depend on carbon densities and areas: at the stated values they are the statement's
/// own. Which transitions count is decided at the stated values and stays.
///
/// Source: docs/equations.md, Eq. 21, 22, 28, 29
[[nodiscard]] CreditModel credit_model(const AuditCase& audit, const Statement& statement);

/// True when the density of a pool has a standard error, or a distribution that gives one.
[[nodiscard]] bool has_density_error(const AuditCase& audit, const std::string& stratum, const PoolDensity& pool);

/// True when anything that the audit file gives has a standard error, or a distribution that gives one.
[[nodiscard]] bool has_uncertain_input(const AuditCase& audit);

/// True when anything that a model rests on has a standard error, or a distribution that gives one.
[[nodiscard]] bool has_uncertain_input(const AuditCase& audit, const CreditModel& model);

}  // namespace reddline::accounting
