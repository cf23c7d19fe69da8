#pragma once

#include <string>
#include <vector>

#include "domain/attribute_table.hpp"
#include "domain/stratum.hpp"

namespace reddline::report {

/// What a column of a table holds.
enum class ColumnType { string, integer, number, date };

/// One column: its name, type, unit (empty = none) and meaning, as docs/outputs.md says it.
struct Column {
    std::string name;  ///< empty: one column for each strata map, which bears the map's name
    ColumnType type = ColumnType::string;
    std::string unit;
    std::string meaning;
};

/// The columns of one CSV file.
struct TableColumns {
    std::string file;
    std::vector<Column> columns;
    std::vector<std::string> primary_key;  ///< columns that are never empty and together never repeat; empty = none
};

/// The columns as the file of an audit with these maps has them, for other formats than CSV; the unit is part of the meaning.
[[nodiscard]] std::vector<AttributeColumn> columns_of(const TableColumns& table, const std::vector<StrataMap>& maps);

/// Every table that `audit`, `account`, `crosstab`, `merge`, `sample`, `estimate` and `workbook` write.
[[nodiscard]] const std::vector<TableColumns>& table_columns();

}  // namespace reddline::report
