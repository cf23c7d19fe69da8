#pragma once

#include <span>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/reading.hpp"
#include "domain/unit_reference.hpp"

namespace reddline::accounting {

/// The reference level of 1,000 ha of each forest type that the national table knows, under every reading of the national
/// transitions among `readings`, the default first; none without transitions, factors or a monitoring period.
///
/// Shapes: `nation` holds the choices of the reference level of `readings`. Source: docs/equations.md, Eq. 13, 14, 15, 16
[[nodiscard]] std::vector<UnitReference> unit_references(const Workings& nation, std::span<const Reading> readings);

}  // namespace reddline::accounting
