#pragma once

#include <string>
#include <vector>

namespace reddline::report {

/// A table for people: a text column first, then numbers; every row has as many cells as the head.
struct PlainTable {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};

/// The table with columns aligned by blanks, each line after `indent`.
[[nodiscard]] std::string aligned(const PlainTable& table, const std::string& indent);

/// The table in Markdown; numbers to the right, every cell as plain text.
[[nodiscard]] std::string markdown(const PlainTable& table);

}  // namespace reddline::report
