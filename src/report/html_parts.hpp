#pragma once

#include <string>
#include <vector>

#include "domain/provenance.hpp"
#include "report/document.hpp"
#include "report/figure.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// An element with text.
[[nodiscard]] std::string html_element(const std::string& name, const std::string& text);

/// Colours and what they stand for; a series without a name is left out.
[[nodiscard]] std::string html_legend(const std::vector<Series>& series);

/// A table that scrolls by itself where it is wider than the page; `caption` is its name.
[[nodiscard]] std::string html_table(const PlainTable& table, const std::string& caption);

/// The numbers of a figure, folded where they are many.
[[nodiscard]] std::string html_numbers(const Strings& say, const PlainTable& numbers, const std::string& title);

/// A block of a report; `caption` names its table.
[[nodiscard]] std::string html_block(const Block& block, const std::string& caption);

/// A figure: its picture, legend, notes and numbers. `place` is its place among the figures of the page.
[[nodiscard]] std::string html_figure(const Strings& say, const Figure& figure, std::size_t place);

/// How the numbers come about, in plain words, with the equations of docs/equations.md.
[[nodiscard]] std::string html_method(const Strings& say);

/// What made the results, and how to repeat them.
[[nodiscard]] std::string html_provenance(const Strings& say, const Provenance& provenance);

}  // namespace reddline::report
