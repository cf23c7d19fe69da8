#pragma once

#include <string>
#include <variant>
#include <vector>

namespace reddline::report {

/// A cell of a sheet that another tool reads; nothing = NA.
using TemplateCell = std::variant<std::monostate, bool, double, std::string>;

/// A sheet that another tool reads: a row of titles, and rows with a cell for each.
struct TemplateSheet {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<TemplateCell>> rows;
};

}  // namespace reddline::report
