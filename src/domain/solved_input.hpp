#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/reading.hpp"

namespace reddline {

/// What a solved input must bring about.
enum class SolveTarget {
    break_even,  ///< credits vanish: the reduction is exactly 0
    claim,       ///< exactly the claimed credits follow, before rounding down
};

/// The target as it stands in tables: `break-even` or `claim`.
[[nodiscard]] std::string_view to_string(SolveTarget target);

/// The value that one input would need for the target, every other input held.
struct SolvedInput {
    std::size_t zone = 0;
    std::optional<Reading> reading;  ///< nothing where the claim alone is solved, without any reading
    SolveTarget target = SolveTarget::break_even;
    std::string input;  ///< for example `lost area`, `carbon stock of evergreen forest`
    std::string unit;
    std::optional<double> present;  ///< the value that the audit has; nothing where it has none
    std::optional<double> needed;   ///< nothing when no value brings it about
    std::string remark;             ///< why there is none, or that the value is impossible, such as a share above 1
};

}  // namespace reddline
