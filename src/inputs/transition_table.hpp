#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/stratum.hpp"
#include "domain/transition_table.hpp"

namespace reddline::inputs {

/// What the classes of a national matrix mean: `class,stratum,forest[,excluded]`. Several classes may share a
/// stratum.
///
/// Errors: Error{table_malformed} with the line.
[[nodiscard]] Legend parse_classes(std::string_view text, const std::string& name);

/// Reads national transitions: `from,to,start_year,end_year,area_ha`; further columns are an error. Classes are
/// looked up in `classes`; areas of classes that share a stratum are added up. Intervals stand in order of their
/// start, arcs in order of from and to, and strata in the order of `classes`.
///
/// Errors: Error{table_malformed} for a negative area, a class that `classes` does not list, an arc given twice,
///         intervals that overlap, or an end year that is not after its start.
/// Source: docs/equations.md, Eq. 13
[[nodiscard]] TransitionTable parse_transitions(std::string_view text, const std::string& name, const Legend& classes);

}  // namespace reddline::inputs
