#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reddline {

/// A row of a sheet as the spreadsheet numbers it, cell by cell as text; an empty text where a cell holds nothing.
struct TextRow {
    std::size_t number = 1;
    std::vector<std::string> cells;
};

/// A sheet of a spreadsheet, row by row.
struct TextSheet {
    std::string name;
    std::vector<TextRow> rows;
};

}  // namespace reddline
