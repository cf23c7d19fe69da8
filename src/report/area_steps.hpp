#pragma once

#include <cstddef>

#include "report/calculation.hpp"

namespace reddline::report {

/// Share of each year of the monitoring period that lies inside it.
///
/// Source: docs/equations.md, Eq. 6
[[nodiscard]] YearTerms year_shares(Calculation& calculation);

/// Forest of a zone by stratum at the start of a year, as the route of the default reading sees it.
///
/// Source: docs/equations.md, Eq. 4, 16
[[nodiscard]] StratumTerms forest_steps(Calculation& calculation, std::size_t zone, LossYear year);

/// Sum over the strata, as a step of its own.
[[nodiscard]] Term forest_total(Calculation& calculation, std::size_t zone, LossYear year);

/// Emission per hectare of a stratum that becomes a destination; none: not known, and nothing stands there.
///
/// Source: docs/equations.md, Eq. 10, 11
[[nodiscard]] Term factor_step(Calculation& calculation, const std::string& from, const Stratum* destination);

/// Carbon density of a stratum.
///
/// Source: docs/equations.md, Eq. 10
[[nodiscard]] Term density_step(Calculation& calculation, const std::string& stratum);

/// The input of mapped loss of a stratum in a year.
[[nodiscard]] Term mapped_loss_input(Calculation& calculation, std::size_t zone, const StratumLoss& stratum,
                                     LossYear year);

/// Emissions of a zone by whole calendar year, by the route of the default reading.
///
/// Source: docs/equations.md, Eq. 11, 15, 20
[[nodiscard]] YearTerms observed_steps(Calculation& calculation, std::size_t zone, const YearTerms& shares);

}  // namespace reddline::report
