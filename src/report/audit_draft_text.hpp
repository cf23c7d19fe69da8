#pragma once

#include <string>
#include <vector>

#include "domain/audit_draft.hpp"

namespace reddline::report {

/// An audit file that is not complete yet.
struct DraftText {
    std::string text;                  ///< TOML with comments
    std::vector<std::string> to_fill;  ///< what `check` needs and is not known: line, key and meaning of each
};

/// The audit file of a draft. What is known is written; what is not stands as a comment that says what it is, so that
/// no number is one that nobody gave.
[[nodiscard]] DraftText audit_draft_text(const AuditDraft& draft);

}  // namespace reddline::report
