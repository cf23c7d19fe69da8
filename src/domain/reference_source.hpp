#pragma once

#include <string>
#include <variant>

#include "domain/history_rule.hpp"
#include "domain/loss_rate.hpp"
#include "domain/national_level.hpp"

namespace reddline {

/// A reference level that follows from the audit's table of national transitions (Eq. 16).
struct NationalTransitions {};

/// One way to say what was expected, with the name that it bears in tables.
struct ReferenceSource {
    std::string name;
    std::variant<NationalTransitions, LossRate, NationalLevel, HistoryRule> rule;

    /// True when it rests on the table of national transitions: then Eq. 13 to 16 have a part in it.
    [[nodiscard]] bool uses_transitions() const { return std::holds_alternative<NationalTransitions>(rule); }
    /// The history in it; null when it has none.
    [[nodiscard]] const HistoryRule* history() const {
        if (const auto* const own = std::get_if<HistoryRule>(&rule)) return own;
        const auto* const national = std::get_if<NationalLevel>(&rule);
        return national != nullptr && national->history ? &*national->history : nullptr;
    }
};

}  // namespace reddline
