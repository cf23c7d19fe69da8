#pragma once

#include <optional>
#include <string>

#include "domain/credit_buffer.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// [buffer]: what the audit file itself says, and the table that says the rest.
struct BufferEntry {
    CreditBuffer buffer;  ///< without its ledger
    std::string ledger;   ///< path of the table of its postings; empty = not given
};

/// Reads [buffer]: the share of the credits that is set aside, with its source; nothing without the section.
///
/// Errors: Error{audit_file} as parse_audit_file.
[[nodiscard]] std::optional<BufferEntry> read_buffer(const TomlTable& audit_file);

}  // namespace reddline::inputs
