#include "report/sheet.hpp"

namespace reddline::report {

Term Sheet::number(const std::string& name, double value, const std::string& unit, const std::string& basis,
                   const std::string& remark) {
    rows_.push_back({name, value, unit, basis, remark});
    return last_cell(value);
}

Term Sheet::step(const std::string& name, const Term& formula, const std::string& unit, const std::string& basis) {
    rows_.push_back({name, formula, unit, basis, ""});
    return last_cell(formula.value);
}

Term Sheet::last_cell(double value) const {
    const std::size_t row = rows_.size() + title_rows;
    return {prefix_ + "B" + std::to_string(row), value, Term::Binding::whole, row};
}

}  // namespace reddline::report
