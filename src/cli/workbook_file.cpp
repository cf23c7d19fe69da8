#include "cli/workbook_file.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <functional>
#include <string>
#include <variant>

#include "cli/new_file.hpp"
#include "domain/utf8_text.hpp"

namespace reddline::cli {

namespace {

using report::Sheet;
using report::SheetRow;
using report::TemplateCell;
using report::TemplateSheet;
using report::Term;

enum Column : lxw_col_t { name_column, value_column, unit_column, basis_column, remark_column };

struct Formats {
    lxw_format* heading;
    lxw_format* whole;
    lxw_format* amount;
    lxw_format* share;

    explicit Formats(lxw_workbook* book)
        : heading{workbook_add_format(book)},
          whole{workbook_add_format(book)},
          amount{workbook_add_format(book)},
          share{workbook_add_format(book)} {
        format_set_bold(heading);
        format_set_num_format(whole, "#,##0");
        format_set_num_format(amount, "#,##0.000");
        format_set_num_format(share, "0.00000000");
    }
    [[nodiscard]] lxw_format* of(const SheetRow& row) const {
        if (row.unit == "kg CO2e" || row.unit == "days" || row.unit == "years") return whole;
        return row.unit == "1" || row.unit == "1/year" ? share : amount;
    }
};

/// Longer texts than a cell holds are cut at the end of a character; control characters become U+FFFD.
std::string cell_text(const std::string& text) {
    constexpr std::size_t most_bytes = 8000;
    std::string known = as_utf8(text);
    if (known.size() > most_bytes) {
        std::size_t end = most_bytes;
        while ((static_cast<unsigned char>(known[end]) & 0xC0U) == 0x80U)
            --end;
        known = known.substr(0, end) + " ...";
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto c = static_cast<unsigned char>(known[i]);
        if (c < ' ' && c != '\n' && c != '\t') known.replace(i, 1, "\xEF\xBF\xBD");
    }
    return known;
}

/// Text of a file never becomes a formula or a link, whatever it begins with.
void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    if (!text.empty()) worksheet_write_string(sheet, row, column, cell_text(text).c_str(), format);
}

void write_value(lxw_worksheet* sheet, lxw_row_t row, const SheetRow& line, const Formats& formats) {
    if (const auto* const number = std::get_if<double>(&line.value))
        worksheet_write_number(sheet, row, value_column, *number, formats.of(line));
    if (const auto* const text = std::get_if<std::string>(&line.value))
        write_text(sheet, row, value_column, *text, nullptr);
    if (const auto* const term = std::get_if<Term>(&line.value)) {
        worksheet_write_formula_num(sheet, row, value_column, ("=" + term->text).c_str(), formats.of(line),
                                    term->value);
    }
}

void write_sheet(const Sheet& content, lxw_workbook* book, const Formats& formats) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book, content.name().c_str());
    worksheet_set_column(sheet, name_column, name_column, 70, nullptr);
    worksheet_set_column(sheet, value_column, value_column, 20, nullptr);
    worksheet_set_column(sheet, unit_column, unit_column, 10, nullptr);
    worksheet_set_column(sheet, basis_column, basis_column, 45, nullptr);
    worksheet_set_column(sheet, remark_column, remark_column, 22, nullptr);
    worksheet_freeze_panes(sheet, Sheet::title_rows, 0);
    const std::string titles[] = {"what", "value", "unit", content.basis_title(), "remark"};
    for (const Column column : {name_column, value_column, unit_column, basis_column, remark_column})
        write_text(sheet, 0, column, titles[column], formats.heading);
    lxw_row_t row = Sheet::title_rows;
    for (const SheetRow& line : content.rows()) {
        write_text(sheet, row, name_column, line.name, line.is_heading ? formats.heading : nullptr);
        write_value(sheet, row, line, formats);
        write_text(sheet, row, unit_column, line.unit, nullptr);
        write_text(sheet, row, basis_column, line.basis, nullptr);
        write_text(sheet, row, remark_column, line.remark, nullptr);
        ++row;
    }
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const TemplateCell& cell) {
    if (const auto* const number = std::get_if<double>(&cell)) {
        worksheet_write_number(sheet, row, column, *number, nullptr);
    } else if (const auto* const truth = std::get_if<bool>(&cell)) {
        worksheet_write_boolean(sheet, row, column, *truth ? 1 : 0, nullptr);
    } else {
        const auto* const text = std::get_if<std::string>(&cell);
        write_text(sheet, row, column, text == nullptr ? "NA" : *text, nullptr);
    }
}

void write_template_sheet(const TemplateSheet& content, lxw_workbook* book, lxw_format* heading) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book, content.name.c_str());
    lxw_col_t column = 0;
    for (const std::string& title : content.columns)
        write_text(sheet, 0, column++, title, heading);
    lxw_row_t row = 1;
    for (const std::vector<TemplateCell>& cells : content.rows) {
        column = 0;
        for (const TemplateCell& cell : cells)
            write_cell(sheet, row, column++, cell);
        ++row;
    }
}

/// Writes a workbook that `fill` fills.
void write_file(const std::filesystem::path& path, const std::filesystem::path& shown,
                const std::function<void(lxw_workbook*)>& fill) {
    const std::string folder = path.parent_path().string();
    lxw_workbook_options options{};
    options.tmpdir = const_cast<char*>(folder.c_str());  // The library takes it as not const, and does not change it.
    lxw_workbook* const book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) fail_to_write(shown, "no memory for the workbook");
    lxw_doc_properties properties{};
    properties.created = 1;  // One second after 1970: the same bytes whenever it is written.
    workbook_set_properties(book, &properties);
    fill(book);
    const lxw_error error = workbook_close(book);
    if (error != LXW_NO_ERROR) fail_to_write(shown, lxw_strerror(error));
}

}  // namespace

void write_workbook(std::span<const Sheet> sheets, const std::filesystem::path& path,
                    const std::filesystem::path& shown) {
    write_file(path, shown, [&](lxw_workbook* book) {
        const Formats formats(book);
        for (const Sheet& sheet : sheets)
            write_sheet(sheet, book, formats);
    });
}

void write_template(std::span<const TemplateSheet> sheets, const std::filesystem::path& path,
                    const std::filesystem::path& shown) {
    write_file(path, shown, [&](lxw_workbook* book) {
        lxw_format* const heading = workbook_add_format(book);
        format_set_bold(heading);
        for (const TemplateSheet& sheet : sheets)
            write_template_sheet(sheet, book, heading);
    });
}

}  // namespace reddline::cli
