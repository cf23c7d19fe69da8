#include "inputs/mocaredd_sheets.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

struct SheetForm {
    std::string_view name;
    std::vector<std::string> columns;
    std::vector<std::string> optional_columns;
};

const std::array<SheetForm, 4>& forms() {
    static const std::array<SheetForm, 4> known{
        SheetForm{"user_inputs",
                  {"trunc_pdf", "n_iter", "ran_seed", "c_unit", "c_fraction", "c_fraction_se", "c_fraction_pdf",
                   "dg_ext", "dg_pool", "ad_annual", "conf_level"},
                  {"round_digits"}},
        SheetForm{"time_periods", {"period_no", "year_start", "year_end", "period_type"}, {}},
        SheetForm{
            "AD_lu_transitions",
            {"trans_no", "trans_id", "trans_period", "redd_activity", "lu_initial_id", "lu_initial", "lu_final_id",
             "lu_final", "trans_area", "trans_se", "trans_pdf", "trans_pdf_a", "trans_pdf_b", "trans_pdf_c"},
            {}},
        SheetForm{"c_stocks",
                  {"c_no", "c_id", "c_period", "lu_id", "lu_name", "c_pool", "c_value", "c_se", "c_pdf", "c_pdf_a",
                   "c_pdf_b", "c_pdf_c"},
                  {}}};
    return known;
}

const TextSheet& find_sheet(std::span<const TextSheet> sheets, std::string_view wanted, const std::string& name) {
    const auto found = std::ranges::find(sheets, wanted, &TextSheet::name);
    if (found != sheets.end()) return *found;
    std::vector<std::string> names;
    for (const TextSheet& sheet : sheets)
        names.push_back(sheet.name);
    throw Error(
        ErrorCode::table_malformed, name,
        "expected the sheet " + in_quotes(wanted) + " of a mocaredd workbook, found " +
            (names.empty() ? "no sheets" : joined(names) + " (the nearest is " + nearest_name(wanted, names) + ")") +
            "; add or rename it");
}

/// The cells of a row up to the last that holds something.
std::vector<std::string> filled_cells(const TextRow& row) {
    std::vector<std::string> cells;
    std::ranges::transform(row.cells, std::back_inserter(cells),
                           [](const std::string& cell) { return trimmed(cell, " \t\r\n"); });
    while (!cells.empty() && cells.back().empty())
        cells.pop_back();
    return cells;
}

CsvTable table_of(std::span<const TextSheet> sheets, const SheetForm& form, const std::string& name) {
    const TextSheet& sheet = find_sheet(sheets, form.name, name);
    std::vector<CsvTable::Line> lines;
    for (const TextRow& row : sheet.rows) {
        CsvTable::Line line{row.number, filled_cells(row)};
        if (line.fields.empty()) continue;
        if (!lines.empty() && line.fields.size() < lines.front().fields.size())
            line.fields.resize(lines.front().fields.size());
        lines.push_back(std::move(line));
    }
    CsvTable table(std::move(lines), name + "/" + sheet.name);
    table.expect_columns(form.columns, form.optional_columns);
    return table;
}

}  // namespace

MocareddSheets mocaredd_sheets(std::span<const TextSheet> sheets, const std::string& name) {
    const auto& [settings, periods, transitions, stocks] = forms();
    MocareddSheets result{table_of(sheets, settings, name),
                          table_of(sheets, periods, name),
                          table_of(sheets, transitions, name),
                          table_of(sheets, stocks, name),
                          {}};
    for (const TextSheet& sheet : sheets) {
        if (std::ranges::find(forms(), sheet.name, &SheetForm::name) == forms().end())
            result.unread.push_back(sheet.name);
    }
    return result;
}

bool is_absent(const CsvTable& table, std::size_t row, std::string_view column) {
    const std::string& cell = table.text(row, column);
    return cell.empty() || cell == "NA";
}

std::optional<double> optional_amount(const CsvTable& table, std::size_t row, std::string_view column) {
    if (is_absent(table, row, column)) return std::nullopt;
    const double amount = table.number(row, column);
    if (amount < 0.0) table.fail(row, column, "a number of at least 0");
    return amount;
}

bool flag(const CsvTable& table, std::size_t row, std::string_view column) {
    // A cell that holds a truth value reads 1 or 0; its name as text, in capitals or not, means the same.
    std::string word = table.text(row, column);
    for (char& letter : word) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    if (word == "1" || word == "TRUE") return true;
    if (word == "0" || word == "FALSE") return false;
    table.fail(row, column, "TRUE or FALSE");
}

std::string one_of(const CsvTable& table, std::size_t row, std::string_view column,
                   const std::vector<std::string>& words) {
    const std::string& word = table.text(row, column);
    if (std::ranges::find(words, word) != words.end()) return word;
    table.fail(row, column, "one of " + joined(words) + " (the nearest is " + nearest_name(word, words) + ")");
}

}  // namespace reddline::inputs
