#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/credit_model.hpp"
#include "estimation/distribution.hpp"

namespace reddline::estimation {

/// An uncertain input of credits: the carbon density of one pool of a stratum, or an area.
struct CreditInput {
    std::string name;     ///< "evergreen forest/total", or what the area is called
    std::string factors;  ///< the factor set; empty for an area
    std::string stratum;  ///< whose density it is part of; empty for an area
    std::string unit;
    double value = 0.0;
    double standard_error = 0.0;  ///< of its table or its rule; 0 where the distribution gives it
    Distribution distribution;
    double area_error = 0.0;  ///< of an area: the standard error that the areas of the model move with
};

/// The names of inputs, in their order.
[[nodiscard]] std::vector<std::string> names_of(std::span<const CreditInput> inputs);

/// The uncertain inputs of models that share a factor set: its densities in the order of its strata, then the areas.
///
/// Shapes: an area input has the value and the standard error that it has in the first model that holds it.
/// Errors: those of `Distribution`.
[[nodiscard]] std::vector<CreditInput> credit_inputs(const AuditCase& audit, std::optional<std::size_t> factors,
                                                     std::span<const CreditModel* const> models);

/// Stops where a distribution or a correlation of densities cannot be, before anything is counted.
///
/// Errors: Error{table_malformed} at the line of the rule.
void expect_distributions(const AuditCase& audit);

/// Stops where a rule or a correlation names what is no input: neither a density of a factor set, nor a rate or an area of a
/// sample that has a standard error; and where a rule gives an area or a rate another one. Before anything is counted.
///
/// Errors: Error{table_malformed} at the line of the rule.
void expect_inputs(const AuditCase& audit);

}  // namespace reddline::estimation
