#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reddline {

/// How much a finding weighs.
enum class Severity {
    note,           ///< the reader should know
    warning,        ///< the number may be wrong, or cannot be computed in full
    contradiction,  ///< two statements cannot both be true
};

/// The severity as it stands in tables.
[[nodiscard]] std::string_view to_string(Severity severity);

/// An auditor's remark.
struct Finding {
    std::string code;  ///< stable name, for example `loss_outside_forest`
    Severity severity = Severity::note;
    std::string subject;   ///< the zone, file or table concerned
    std::string message;   ///< one sentence in plain words
    std::string evidence;  ///< the numbers behind it
    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

}  // namespace reddline
