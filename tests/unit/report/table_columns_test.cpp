#include "report/table_columns.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/claim_ledger.hpp"
#include "domain/ledger.hpp"

namespace reddline::report {
namespace {

using testing::Each;
using testing::ElementsAreArray;

const TableColumns& table_of(std::string_view file) {
    return *std::ranges::find(table_columns(), file, &TableColumns::file);
}

const Column& column_of(std::string_view file, std::string_view name) {
    return *std::ranges::find(table_of(file).columns, name, &Column::name);
}

/// The names that a meaning lists up to its first semicolon, without what stands in brackets.
std::vector<std::string> names_in(const std::string& meaning) {
    std::vector<std::string> names(1);
    int depth = 0;
    for (const char c : meaning.substr(0, meaning.find(';'))) {
        if (c == '(') ++depth;
        if (depth == 0 && c == ',') {
            names.emplace_back();
        } else if (depth == 0 && c != ' ') {
            names.back() += c;
        }
        if (c == ')') --depth;
    }
    return names;
}

TEST(TableColumns, ListThePartsThatASplitCanPostInTheirOrder) {
    std::vector<std::string> rows{"recomputed"};
    for (int part = 0; part <= static_cast<int>(ClaimPart::not_itemised); ++part)
        rows.emplace_back(to_string(static_cast<ClaimPart>(part)));
    rows.emplace_back("claimed");
    EXPECT_THAT(names_in(column_of("claim_split.csv", "part").meaning), ElementsAreArray(rows));
}

TEST(TableColumns, ListTheAccountsThatALedgerCanPost) {
    const std::string& meaning = column_of("ledger.csv", "account").meaning;
    for (int account = 0; account <= static_cast<int>(Account::rounding_remainder); ++account)
        EXPECT_THAT(meaning, testing::HasSubstr(to_string(static_cast<Account>(account))));
}

TEST(TableColumns, HaveAMeaningEach) {
    for (const TableColumns& table : table_columns()) {
        for (const Column& column : table.columns)
            EXPECT_NE(column.meaning, "") << table.file << " " << column.name;
    }
}

TEST(TableColumns, NameEachTableAndEachOfItsColumnsOnce) {
    std::set<std::string> files;
    for (const TableColumns& table : table_columns()) {
        EXPECT_TRUE(files.insert(table.file).second) << table.file;
        std::set<std::string> columns;
        for (const Column& column : table.columns)
            EXPECT_TRUE(columns.insert(column.name).second) << table.file << " " << column.name;
    }
}

TEST(TableColumns, FindTheColumnsOfAKeyInTheirTable) {
    for (const TableColumns& table : table_columns()) {
        std::vector<std::string> columns;
        for (const Column& column : table.columns)
            columns.push_back(column.name);
        EXPECT_THAT(table.primary_key, Each(testing::AnyOfArray(columns))) << table.file;
    }
}

TEST(TableColumns, GiveTheUnitThatTheNameEndsIn) {
    for (const TableColumns& table : table_columns()) {
        for (const Column& column : table.columns) {
            if (column.name.ends_with("_per_ha")) {
                EXPECT_TRUE(column.unit.ends_with("/ha")) << column.name;
                continue;
            }
            for (const std::string unit : {"ha", "tCO2e", "tC"})
                EXPECT_TRUE(!column.name.ends_with("_" + unit) || column.unit.starts_with(unit)) << column.name;
        }
    }
}

}  // namespace
}  // namespace reddline::report
