#include "report/aligned_table.hpp"

#include <algorithm>
#include <cstddef>

#include "report/markdown_text.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

std::vector<std::size_t> widths_of(const PlainTable& table) {
    std::vector<std::size_t> widths;
    for (const std::string& cell : table.head)
        widths.push_back(text_width(cell));
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], text_width(row[i]));
    }
    return widths;
}

bool is_text(const PlainTable& table, std::size_t column) {
    return std::ranges::find(table.text_columns, column) != table.text_columns.end();
}

std::string markdown_row(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells)
        line += " " + markdown_text(cell) + " |";
    return line + "\n";
}

}  // namespace

std::string aligned(const PlainTable& table, const std::string& indent) {
    const std::vector<std::size_t> widths = widths_of(table);
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text = indent;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string blanks(widths[i] - text_width(cells[i]), ' ');
            text += (i == 0 ? "" : "  ") + (is_text(table, i) ? cells[i] + blanks : blanks + cells[i]);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        return text + "\n";
    };
    std::string text = line(table.head);
    for (const auto& row : table.rows)
        text += line(row);
    return text;
}

std::string markdown(const PlainTable& table) {
    std::string text = markdown_row(table.head) + "|";
    for (std::size_t i = 0; i < table.head.size(); ++i)
        text += is_text(table, i) ? "---|" : "---:|";
    text += "\n";
    for (const auto& row : table.rows)
        text += markdown_row(row);
    return text;
}

}  // namespace reddline::report
