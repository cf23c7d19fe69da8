#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/credit_buffer.hpp"

namespace reddline::inputs {

/// Reads the ledger of a buffer: entry, credits, source and, where there are several projects, zone.
///
/// `name` is the path for messages.
/// Errors: Error{table_malformed} with `name:line` for an unknown entry, credits that are not a whole number of at least 0, a
///         missing source, and a second opening of one zone; for a table without lines.
[[nodiscard]] std::vector<BufferPosting> parse_buffer_ledger(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
