#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/reading.hpp"

namespace reddline::audit {

/// Computed readings of one zone that carry a caveat.
struct CaveatCount {
    std::size_t zone = 0;
    std::size_t computed = 0;        ///< computed readings of the zone
    std::size_t affected = 0;        ///< of them, with the caveat; at least 1
    std::int64_t lowest_tCO2e = 0;   ///< fewest credits of an affected reading
    std::int64_t highest_tCO2e = 0;  ///< most credits of an affected reading
};

/// The zones where any computed reading carries the caveat, in zone order.
[[nodiscard]] std::vector<CaveatCount> count_caveat(const AuditCase& audit, const AuditResult& results, Caveat caveat);

/// The count in words, for example "4 of 12 computed readings; their credits: 0 to 5,000 tCO2e".
[[nodiscard]] std::string evidence_of(const CaveatCount& count);

}  // namespace reddline::audit
