#pragma once

#include <span>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/reading.hpp"
#include "domain/solved_input.hpp"

namespace reddline::accounting {

/// What a claim implies by itself in an audit of tables alone: the share of the highest factor in its loss at which its
/// credits vanish, if all its loss was counted at the lowest; and the area of each declared forest type or mix that would
/// have to stand at the start, without loss and with the claimed loss in it, under every reading of the reference level.
/// Nothing without claimed credits.
///
/// Only the choices of the reference level have a meaning in the readings.
/// Shapes: `nation` holds the choices of the reference level of `readings`.
/// Source: docs/equations.md, Eq. 16, 17, 18, 22, 26
[[nodiscard]] std::vector<SolvedInput> solve_claim_alone(const Workings& nation, std::span<const Reading> readings);

}  // namespace reddline::accounting
