#include "inputs/error_matrix_table.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

/// Stops at a matrix without reference classes, or with one that has no name.
void expect_reference_classes(const CsvTable& table) {
    const auto& columns = table.columns();
    if (columns.size() < 2 || std::find(columns.begin() + 1, columns.end(), "") != columns.end()) {
        throw Error(ErrorCode::table_malformed, table.name() + ":1",
                    "expected the name of a reference class above every column but the first, found none; name it");
    }
}

constexpr std::int64_t most_points = 1'000'000'000;

std::size_t read_stratum(const CsvTable& table, std::size_t row, const std::vector<SampledStratum>& strata) {
    const std::string& column = table.columns().front();
    const std::string& name = table.filled(row, column);
    const auto found = std::ranges::find(strata, name, &SampledStratum::name);
    if (found != strata.end()) return static_cast<std::size_t>(found - strata.begin());
    std::vector<std::string> known;
    for (const SampledStratum& stratum : strata)
        known.push_back(stratum.name);
    table.fail(row, column,
               "a class of the table of areas (the nearest is " + in_quotes(nearest_name(name, known)) + ")");
}

/// A class that was looked for and not found is a class, of no point.
void add_classes_not_found(const CsvTable& table, const std::vector<SampledStratum>& strata,
                           std::vector<SampledPoints>& points) {
    for (std::size_t i = 1; i < table.columns().size(); ++i) {
        const std::string& reference = table.columns()[i];
        const bool is_found = std::ranges::find(points, reference, &SampledPoints::reference) != points.end();
        if (!is_found) points.push_back({0, strata.front().name, reference, "", 0});
    }
}

}  // namespace

std::vector<SampledPoints> parse_error_matrix(std::string_view text, const std::string& name,
                                              const std::vector<SampledStratum>& strata) {
    const CsvTable table{text, name};
    expect_reference_classes(table);
    std::vector<SampledPoints> points;
    std::vector<bool> seen(strata.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t stratum = read_stratum(table, row, strata);
        if (seen[stratum]) {
            throw Error(ErrorCode::table_malformed, table.place(row),
                        "expected every class of the map once, found " + in_quotes(strata[stratum].name) +
                            " again; add the counts up in one line");
        }
        seen[stratum] = true;
        for (std::size_t i = 1; i < table.columns().size(); ++i) {
            const std::string& reference = table.columns()[i];
            const std::int64_t count = table.integer(row, reference);
            if (count < 0 || count > most_points) {
                table.fail(row, reference, "a number of points from 0 to 1,000,000,000");
            }
            if (count > 0) points.push_back({stratum, strata[stratum].name, reference, "", count});
        }
    }
    add_classes_not_found(table, strata, points);
    return points;
}

}  // namespace reddline::inputs
