#include "report/term.hpp"

#include <algorithm>
#include <cmath>

namespace reddline::report {

namespace {

using Binding = Term::Binding;

/// The text of an operand, in parentheses where it binds less tightly than needed.
std::string operand(const Term& term, Binding needed) {
    return term.binding < needed ? "(" + term.text + ")" : term.text;
}

/// The amount in kg that a formula rounds: the nearest whole number where only noise is between.
double settled(double kg) {
    const double nearest = std::round(kg);
    return std::abs(kg - nearest) <= std::max(1e-6, 1e-12 * std::abs(kg)) ? nearest : kg;
}

std::string rounded_text(const std::string& cell, const std::string& otherwise) {
    return "IF(ABS(" + cell + "-ROUND(" + cell + ",0))<=MAX(0.000001,0.000000000001*ABS(" + cell + ")),ROUND(" + cell +
           ",0)," + otherwise + ")";
}

bool are_below_each_other(const std::vector<Term>& terms) {
    return terms.size() > 2 && terms.front().row > 0 &&
           std::ranges::adjacent_find(terms, [](const Term& a, const Term& b) { return b.row != a.row + 1; }) ==
               terms.end();
}

}  // namespace

Term operator+(const Term& a, const Term& b) {
    return {a.text + "+" + b.text, a.value + b.value, Binding::sum};
}

Term operator-(const Term& a, const Term& b) {
    return {a.text + "-" + operand(b, Binding::product), a.value - b.value, Binding::sum};
}

Term operator*(const Term& a, const Term& b) {
    return {operand(a, Binding::product) + "*" + operand(b, Binding::product), a.value * b.value, Binding::product};
}

Term operator/(const Term& a, const Term& b) {
    return {operand(a, Binding::product) + "/" + operand(b, Binding::whole), a.value / b.value, Binding::product};
}

Term constant(int number) {
    return {std::to_string(number), static_cast<double>(number)};
}

Term sum_of(const std::vector<Term>& terms) {
    if (terms.empty()) return constant(0);
    Term sum = terms.front();
    std::for_each(terms.begin() + 1, terms.end(), [&](const Term& term) { sum = sum + term; });
    if (!are_below_each_other(terms)) return sum;
    const std::string& last = terms.back().text;
    const std::size_t sheet = last.find('!');
    return {"SUM(" + terms.front().text + ":" + (sheet == std::string::npos ? last : last.substr(sheet + 1)) + ")",
            sum.value};
}

Term at_least_zero(const Term& term) {
    return {"MAX(0," + term.text + ")", std::max(0.0, term.value)};
}

Term power(const Term& base, const Term& exponent) {
    return {operand(base, Binding::whole) + "^" + operand(exponent, Binding::whole),
            std::pow(base.value, exponent.value), Binding::product};
}

Term whole_kg_down(const Term& cell_kg) {
    return {rounded_text(cell_kg.text, "INT(" + cell_kg.text + ")"), std::floor(settled(cell_kg.value))};
}

Term whole_kg_up(const Term& cell_kg) {
    return {rounded_text(cell_kg.text, "-INT(-" + cell_kg.text + ")"), std::ceil(settled(cell_kg.value))};
}

Term whole_tonnes(const Term& cell_kg) {
    return {"INT(" + cell_kg.text + "/1000)", std::floor(cell_kg.value / 1000.0)};
}

}  // namespace reddline::report
