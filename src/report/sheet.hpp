#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "report/term.hpp"

namespace reddline::report {

/// A line of a sheet: what it is, its value, and where that comes from.
struct SheetRow {
    std::string name;
    std::variant<std::monostate, double, Term, std::string> value;  ///< nothing, a number, a formula or a text
    std::string unit;
    std::string basis;   ///< the source of an input, the equation of a step
    std::string remark;  ///< what a reader must know of it, such as that it is a demonstration value
    bool is_heading = false;
};

/// A sheet of a workbook, in five columns: name, value, unit, basis and remark.
class Sheet {
public:
    /// `prefix` stands before a cell of it in the formulas of other sheets, such as "Inputs!"; empty = nobody names it.
    Sheet(std::string name, std::string prefix, std::string basis)
        : name_{std::move(name)}, prefix_{std::move(prefix)}, basis_{std::move(basis)} {}

    void heading(const std::string& text) { rows_.push_back({text, {}, "", "", "", true}); }
    void note(const std::string& text, const std::string& value = {}) { rows_.push_back({text, value, "", "", ""}); }
    /// Adds a number; the cell that holds it.
    Term number(const std::string& name, double value, const std::string& unit, const std::string& basis,
                const std::string& remark = {});
    /// Adds a formula; the cell that holds it.
    Term step(const std::string& name, const Term& formula, const std::string& unit, const std::string& basis);

    [[nodiscard]] const std::string& name() const { return name_; }
    /// The title of the column `basis`.
    [[nodiscard]] const std::string& basis_title() const { return basis_; }
    [[nodiscard]] const std::vector<SheetRow>& rows() const { return rows_; }

    /// Rows of titles above the first of rows().
    static constexpr std::size_t title_rows = 1;

private:
    [[nodiscard]] Term last_cell(double value) const;

    std::string name_;
    std::string prefix_;
    std::string basis_;
    std::vector<SheetRow> rows_;
};

}  // namespace reddline::report
