#pragma once

#include <vector>

#include "report/table_columns.hpp"

namespace reddline::report {

// The tables of `table_columns`, part by part in their order.

/// What was counted: `crosstab.csv`, `pixels.csv`, `zones.csv`.
[[nodiscard]] std::vector<TableColumns> count_columns();
/// What the maps and the claim show: loss, emissions and stocks by year, transitions, canopy thresholds.
[[nodiscard]] std::vector<TableColumns> loss_columns();
/// Carbon factors, those given and those made from a biomass map.
[[nodiscard]] std::vector<TableColumns> factor_columns();
/// What the readings give, and which choice moves them.
[[nodiscard]] std::vector<TableColumns> reading_columns();
/// The claim against the recomputation, and the forest types that were lost.
[[nodiscard]] std::vector<TableColumns> claim_columns();
/// What the credits may be off by, and what the programmes would deduct.
[[nodiscard]] std::vector<TableColumns> uncertainty_columns();
/// What a mocaredd workbook gives.
[[nodiscard]] std::vector<TableColumns> mocaredd_columns();
/// What is missing, posted, found and solved.
[[nodiscard]] std::vector<TableColumns> outcome_columns();
/// A sample that was designed and drawn.
[[nodiscard]] std::vector<TableColumns> sample_columns();

/// What a sample of reference points says: areas, accuracies and the error matrix.
[[nodiscard]] std::vector<TableColumns> estimate_columns();

}  // namespace reddline::report
