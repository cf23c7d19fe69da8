#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reddline::report {

/// A part of a spreadsheet formula together with its value, so that the two cannot part.
struct Term {
    /// How tightly the outermost operator of the text binds.
    enum class Binding { sum, product, whole };

    std::string text;
    double value = 0.0;
    Binding binding = Binding::whole;
    std::size_t row = 0;  ///< of the cell that it names; 0 = it is no single cell

    friend Term operator+(const Term& a, const Term& b);
    friend Term operator-(const Term& a, const Term& b);
    friend Term operator*(const Term& a, const Term& b);
    friend Term operator/(const Term& a, const Term& b);
};

/// A number that stands in the formula itself.
[[nodiscard]] Term constant(int number);

/// Sum of terms; cells one below the other become a range.
[[nodiscard]] Term sum_of(const std::vector<Term>& terms);

/// The term, or 0 where it is below.
[[nodiscard]] Term at_least_zero(const Term& term);

/// base ^ exponent.
[[nodiscard]] Term power(const Term& base, const Term& exponent);

/// Whole kg of a cell in kg, rounded down; noise of double arithmetic is removed first.
///
/// Source: docs/equations.md, Eq. 22
[[nodiscard]] Term whole_kg_down(const Term& cell_kg);

/// The same, rounded up.
///
/// Source: docs/equations.md, Eq. 22
[[nodiscard]] Term whole_kg_up(const Term& cell_kg);

/// Whole tonnes of a cell in whole kg, rounded down.
///
/// Source: docs/equations.md, Eq. 23
[[nodiscard]] Term whole_tonnes(const Term& cell_kg);

}  // namespace reddline::report
