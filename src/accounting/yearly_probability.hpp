#pragma once

#include <string>
#include <vector>

#include "domain/answer.hpp"
#include "domain/reading.hpp"
#include "domain/transition_table.hpp"

namespace reddline::accounting {

/// Probability that a hectare of one stratum is another stratum a year later; rows sum to 1 where the table
/// has the row.
class YearlyProbabilities {
public:
    /// Shapes: `values` holds strata x strata values, row by row; `has_row` one flag per stratum.
    YearlyProbabilities(std::vector<Stratum> strata, std::vector<double> values, std::vector<bool> has_row);

    [[nodiscard]] const std::vector<Stratum>& strata() const { return strata_; }
    [[nodiscard]] double at(std::size_t from, std::size_t to) const { return values_[from * strata_.size() + to]; }
    /// False when the national table says nothing about what leaves the stratum.
    [[nodiscard]] bool has_row(std::size_t from) const { return has_row_[from]; }

private:
    std::vector<Stratum> strata_;
    std::vector<double> values_;
    std::vector<bool> has_row_;
};

/// National transitions as yearly probabilities under one reading of Eq. 13 and 14.
///
/// Errors: a refusal when the matrix root has complex or negative entries, when the matrix is singular or lacks
///         a row, or when intervals of unequal length are pooled under a reading that is not linear.
/// Source: docs/equations.md, Eq. 13, 14
[[nodiscard]] Answer<YearlyProbabilities> yearly_probabilities(const TransitionTable& table, Annualise annualise,
                                                               Intervals intervals);

}  // namespace reddline::accounting
