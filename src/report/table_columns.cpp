#include "report/table_columns.hpp"

#include <utility>

#include "report/column_families.hpp"

namespace reddline::report {

namespace {

std::vector<TableColumns> all_columns() {
    std::vector<TableColumns> tables;
    for (const auto family :
         {count_columns, loss_columns, factor_columns, reading_columns, claim_columns, uncertainty_columns,
          outcome_columns, sample_columns, estimate_columns, mocaredd_columns}) {
        for (TableColumns& table : family())
            tables.push_back(std::move(table));
    }
    return tables;
}

AttributeKind kind_of(ColumnType type) {
    switch (type) {
        case ColumnType::string:
            return AttributeKind::text;
        case ColumnType::integer:
            return AttributeKind::whole;
        case ColumnType::number:
            return AttributeKind::number;
        case ColumnType::date:
            return AttributeKind::date;
    }
    return AttributeKind::text;
}

}  // namespace

std::vector<AttributeColumn> columns_of(const TableColumns& table, const std::vector<StrataMap>& maps) {
    std::vector<AttributeColumn> columns;
    const auto add = [&](const Column& column, const std::string& name) {
        const std::string unit = column.unit.empty() ? "" : " [" + column.unit + "]";
        columns.push_back({name, kind_of(column.type), column.meaning + unit});
    };
    for (const Column& column : table.columns) {
        if (!column.name.empty()) add(column, column.name);
        if (!column.name.empty()) continue;
        for (const StrataMap& map : maps)
            add(column, map.name);
    }
    return columns;
}

const std::vector<TableColumns>& table_columns() {
    static const std::vector<TableColumns> tables = all_columns();
    return tables;
}

}  // namespace reddline::report
