#include "report/table_columns.hpp"

#include <utility>

#include "report/column_families.hpp"

namespace reddline::report {

namespace {

std::vector<TableColumns> all_columns() {
    std::vector<TableColumns> tables;
    for (const auto family : {count_columns, loss_columns, reading_columns, claim_columns, outcome_columns}) {
        for (TableColumns& table : family())
            tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace

const std::vector<TableColumns>& table_columns() {
    static const std::vector<TableColumns> tables = all_columns();
    return tables;
}

}  // namespace reddline::report
