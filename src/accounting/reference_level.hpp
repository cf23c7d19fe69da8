#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// What was expected to be emitted in a zone, by stratum and whole calendar year of the monitoring period.
struct ReferenceLevel {
    EmissionTable years;
    std::vector<std::string> left_out;  ///< transitions that raise carbon, as "from > to"; never credited
};

/// The reference level of a zone under a reading; needs factors and a monitoring period.
///
/// A history of another zone is carried over by forest area or as it is; where the history is a project
/// zone's, every zone is judged by its own. Errors: a refusal that names what is missing. Source:
/// docs/equations.md, Eq. 16, 17, 19
[[nodiscard]] Answer<ReferenceLevel> reference_level(const AuditCase& audit, std::size_t zone, const Reading& reading);

}  // namespace reddline::accounting
