#pragma once

#include <optional>
#include <vector>

#include "domain/credit_buffer.hpp"
#include "domain/credit_uncertainty.hpp"
#include "domain/units.hpp"

namespace reddline::estimation {

/// The share that VCS deducts at a half-width, in per cent; nothing where it credits nothing.
///
/// Source: docs/equations.md, Eq. 30
[[nodiscard]] std::optional<double> vcs_deduction_pct(double half_width_pct);
/// The share that TREES deducts at a half-width, in per cent.
///
/// Source: docs/equations.md, Eq. 30
[[nodiscard]] double trees_deduction_pct(double half_width_pct);
/// The share that the FCPF sets aside at a half-width, in per cent.
///
/// Source: docs/equations.md, Eq. 30
[[nodiscard]] double fcpf_deduction_pct(double half_width_pct);

/// Half of the 90 % interval in per cent, as programmes take it; nothing where the median is not above 0.
struct HalfWidths {
    std::optional<double> of_median_pct;
    std::optional<double> of_mean_pct;  ///< TREES divides by the mean
};

/// What each programme would deduct from what may be credited, side by side; without half-widths nothing is creditable under
/// any of them.
///
/// Source: docs/equations.md, Eq. 30
[[nodiscard]] std::vector<ProgrammeDeduction> programme_deductions(const HalfWidths& half_widths, TonnesCO2e creditable,
                                                                   const std::optional<CreditBuffer>& buffer);

/// What may be credited without a deduction, and beside it what each programme would deduct; `spread` is null where nobody knows
/// how far the reductions may be off, and no programme can say.
///
/// Source: docs/equations.md, Eq. 30
[[nodiscard]] std::vector<ProgrammeDeduction> deductions_side_by_side(const ReductionSpread* spread,
                                                                      TonnesCO2e creditable,
                                                                      const std::optional<CreditBuffer>& buffer);

/// Whole credits of an amount, rounded down; none below 0.
///
/// Source: docs/equations.md, Eq. 23
[[nodiscard]] Credits whole_credits(TonnesCO2e amount);

}  // namespace reddline::estimation
