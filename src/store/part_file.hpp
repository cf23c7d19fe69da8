#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/provenance.hpp"
#include "domain/set_tables.hpp"
#include "domain/unread_blocks.hpp"

namespace reddline::store {

/// What was counted in one unit of a plan.
struct Part {
    std::string plan_sha256;  ///< of the plan's text: 64 hexadecimal digits
    std::size_t unit = 0;
    std::vector<InputFile> inputs;  ///< the files that the unit hashed
    std::vector<UnreadBlocks> unread;
    std::vector<SetTables> sets;
};

/// The bytes of a part's file: a line of JSON that says what it is, then the counts.
[[nodiscard]] std::string part_bytes(const Part& part);

/// Reads a part's file.
///
/// Errors: Error{unreadable_file} with `name` as subject when it is something else, of another format, or not the bytes that
///         were written.
[[nodiscard]] Part parse_part(std::string_view bytes, const std::string& name);

}  // namespace reddline::store
