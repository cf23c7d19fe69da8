#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reddline::report {

/// A table for people; every row has as many cells as the head.
struct PlainTable {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> text_columns{0};  ///< columns of text, set to the left; all others hold numbers
};

/// The table with columns aligned by blanks, text to the left and numbers to the right, each line after `indent`.
[[nodiscard]] std::string aligned(const PlainTable& table, const std::string& indent);

/// The table in Markdown; text to the left, numbers to the right, every cell as plain text.
[[nodiscard]] std::string markdown(const PlainTable& table);

}  // namespace reddline::report
