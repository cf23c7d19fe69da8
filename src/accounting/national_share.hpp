#pragma once

#include <cstddef>

#include "accounting/reference_level.hpp"
#include "accounting/workings.hpp"
#include "domain/answer.hpp"
#include "domain/national_level.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// The part of a national reference level that its key allots to a zone, the same in every year.
///
/// It is not by forest type: rows have no stratum and no area.
/// Errors: a refusal when the key needs a history that the route or the inputs do not give, when a factor is missing, or
///         when the nation's total is 0.
/// Source: docs/equations.md, Eq. 18
[[nodiscard]] Answer<ReferenceLevel> level_of_nation(const Workings& workings, std::size_t zone, const Reading& reading,
                                                     const NationalLevel& national);

}  // namespace reddline::accounting
