#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// What was expected to be emitted in a zone, by stratum and whole calendar year of the monitoring period.
struct ReferenceLevel {
    EmissionTable years;                ///< one row without a stratum where the level knows no forest types
    std::vector<std::string> left_out;  ///< transitions that raise carbon, as "from > to"; never credited
};

/// The reference level of a zone under a reading; needs factors and a monitoring period.
///
/// Errors: a refusal that names what is missing. Source: docs/equations.md, Eq. 16, 17, 18, 19
[[nodiscard]] Answer<ReferenceLevel> reference_level(const Workings& workings, std::size_t zone,
                                                     const Reading& reading);

}  // namespace reddline::accounting
