#include "audit/reading_limits.hpp"

#include <string>

#include "audit/evidence_text.hpp"

namespace reddline::audit {

Findings check_reading_limits(const AuditCase& audit, const AuditResult& /*results*/) {
    if (audit.limits.empty()) return {};
    std::string evidence;
    for (const auto& [choice, values] : audit.limits) {
        std::string list;
        for (const ListedValue& value : values)
            add_part(list, value.text);
        add_part(evidence, std::string(to_string(choice)) + ": " + list, "; ");
    }
    return {{"reading_limits_set", Severity::note, "readings",
             "The audit file crosses only some values of these choices; other readings are not looked at.", evidence}};
}

}  // namespace reddline::audit
