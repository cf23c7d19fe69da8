#pragma once

#include <cstddef>

#include "report/calculation.hpp"

namespace reddline::report {

/// Mean yearly emissions of the history by which a zone is judged.
///
/// Source: docs/equations.md, Eq. 19
[[nodiscard]] Term mean_emission_step(Calculation& calculation, std::size_t zone, const HistoryRule& rule);

/// Mean yearly loss of forest of that history.
///
/// Source: docs/equations.md, Eq. 18
[[nodiscard]] Term mean_loss_step(Calculation& calculation, std::size_t zone, const HistoryRule& rule);

}  // namespace reddline::report
