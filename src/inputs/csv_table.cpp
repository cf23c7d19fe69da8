#include "inputs/csv_table.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "domain/utf8_text.hpp"
#include "inputs/csv_parser.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

/// Fields without the blanks around them.
CsvFields all_trimmed(CsvFields fields) {
    for (std::string& field : fields)
        field = trimmed(field);
    return fields;
}

/// The text up to and with its first line feed or carriage return.
std::string_view first_line(std::string_view text) {
    const std::size_t end = text.find_first_of("\n\r");
    return text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
}

/// True when the piece ends a line; the carriage return of a CR LF pair does not.
bool ends_line(std::string_view piece, std::string_view rest) {
    return piece.ends_with('\n') || (piece.ends_with('\r') && !rest.starts_with('\n'));
}

std::string place_at(const std::string& name, std::size_t line) {
    return name + ":" + std::to_string(line);
}

[[noreturn]] void fail_at(const std::string& place, const std::string& message) {
    throw Error(ErrorCode::table_malformed, place, message);
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The word around the first byte that is not UTF-8, for messages.
std::string_view first_broken_word(std::string_view line) {
    std::size_t broken = 0;
    while (const std::size_t bytes = utf8_character_bytes(line.substr(broken)))
        broken += bytes;
    constexpr std::string_view marks = " ,;\t\"\r\n";
    const std::size_t before = line.find_last_of(marks, broken);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    return line.substr(start, line.find_first_of(marks, broken) - start);
}

/// Stops at a first line that parts its columns by another mark: the fields below would be read as one.
void expect_commas(std::string_view columns, const std::string& place) {
    if (columns.find(',') != std::string_view::npos) return;
    for (const char mark : {';', '\t', '|'}) {
        const std::string_view names = columns.substr(0, columns.find_last_not_of(" \t\r\n") + 1);
        if (names.find(mark) == std::string_view::npos) continue;
        fail_at(place, "expected columns parted by commas, found " + in_quotes(std::string_view(&mark, 1)) +
                           "; save the table with commas");
    }
}

std::vector<CsvTable::Line> read_records(std::string_view text, const std::string& name) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    CsvParser parser(Blanks::dropped);
    std::vector<CsvTable::Line> records;
    std::size_t line = 1;
    std::size_t open_line = 1;  // where the record begins that is being read
    bool has_columns = false;
    const auto keep = [&](std::vector<CsvFields> parsed) {
        for (CsvFields& fields : parsed)
            records.push_back({open_line, all_trimmed(std::move(fields))});
    };
    while (!text.empty()) {
        const std::string_view piece = first_line(text);
        text.remove_prefix(piece.size());
        if (!is_utf8(piece)) {
            fail_at(place_at(name, line),
                    "expected UTF-8, found " + in_quotes(first_broken_word(piece)) + "; save the table as UTF-8");
        }
        if (!has_columns && !is_blank(piece)) {
            expect_commas(piece, place_at(name, line));
            has_columns = true;
        }
        auto parsed = parser.parse(piece);
        if (!parsed) {
            fail_at(place_at(name, line),
                    "expected quotes only around a whole field, found a quote inside one; put the field in "
                    "quotes and write each quote in it twice");
        }
        keep(std::move(*parsed));
        if (ends_line(piece, text)) ++line;
        if (parser.ended_record()) open_line = line;
    }
    auto parsed = parser.finish();
    if (!parsed) {
        fail_at(place_at(name, open_line),
                "expected a closing quote, found the end of the file; close the quotes that begin in this line");
    }
    keep(std::move(*parsed));
    return records;
}

}  // namespace

std::string trimmed(std::string_view text, std::string_view blanks) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

CsvTable::CsvTable(std::string_view text, std::string name) : CsvTable{read_records(text, name), name} {}

CsvTable::CsvTable(std::vector<Line> lines, std::string name) : name_{std::move(name)} {
    if (lines.empty()) {
        fail_at(place_at(name_, 1), "expected a first line that names the columns, found an empty file; fill it in");
    }
    header_line_ = lines.front().number;
    columns_ = std::move(lines.front().fields);
    expect_distinct_columns();
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t found = lines[i].fields.size();
        if (found != columns_.size()) {
            fail_at(place_at(name_, lines[i].number),
                    "expected " + std::to_string(columns_.size()) + " fields as in the first line, found " +
                        std::to_string(found) + "; add or remove commas, or put a field that holds commas in quotes");
        }
        rows_.push_back(std::move(lines[i]));
    }
}

void CsvTable::expect_distinct_columns() const {
    for (auto column = columns_.begin(); column != columns_.end(); ++column) {
        if (std::find(columns_.begin(), column, *column) == column) continue;
        fail_at(place_at(name_, header_line_),
                "expected every column once, found " + in_quotes(*column) + " again; rename or remove one");
    }
}

bool CsvTable::has(std::string_view column) const {
    return std::ranges::find(columns_, column) != columns_.end();
}

void CsvTable::expect_columns(const std::vector<std::string>& required,
                              const std::vector<std::string>& optional) const {
    std::vector<std::string> known = required;
    known.insert(known.end(), optional.begin(), optional.end());
    for (const std::string& column : columns_) {
        if (std::ranges::find(known, column) != known.end()) continue;
        fail_at(place_at(name_, header_line_),
                "expected known columns, found " + in_quotes(column) + "; the nearest known one is " +
                    in_quotes(nearest_name(column, known)) + ", all are " + joined(known));
    }
    for (const std::string& column : required) {
        if (has(column)) continue;
        fail_at(place_at(name_, header_line_),
                "expected the column " + in_quotes(column) + ", found " + joined(columns_) + "; add it");
    }
}

const std::string& CsvTable::text(std::size_t row, std::string_view column) const {
    return rows_.at(row).fields[column_index(column)];
}

const std::string& CsvTable::filled(std::size_t row, std::string_view column) const {
    const std::string& field = text(row, column);
    if (field.empty()) fail(row, column, "a text");
    return field;
}

double CsvTable::number(std::size_t row, std::string_view column) const {
    const std::optional<double> number = parse_double(text(row, column));
    if (!number) fail(row, column, "a number such as 1234.5, without unit or thousands separator");
    return *number;
}

std::optional<double> CsvTable::optional_number(std::size_t row, std::string_view column) const {
    if (text(row, column).empty()) return std::nullopt;
    return number(row, column);
}

std::int64_t CsvTable::integer(std::size_t row, std::string_view column) const {
    const std::optional<std::int64_t> number = parse_integer(text(row, column));
    if (!number) fail(row, column, "a whole number such as 1234");
    return *number;
}

void CsvTable::fail(std::size_t row, std::string_view column, const std::string& expected,
                    const std::string& remedy) const {
    const std::string& found = text(row, column);
    fail_at(place(row), std::string(column) + ": expected " + expected + ", found " +
                            (found.empty() ? "nothing" : in_quotes(found)) + "; " + remedy);
}

std::string CsvTable::place(std::size_t row) const {
    return place_at(name_, rows_.at(row).number);
}

std::size_t CsvTable::column_index(std::string_view column) const {
    const auto found = std::ranges::find(columns_, column);
    assert(found != columns_.end());
    return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace reddline::inputs
