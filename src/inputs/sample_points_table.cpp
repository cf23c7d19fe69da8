#include "inputs/sample_points_table.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "domain/error.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

void expect_column(const CsvTable& table, const std::string& column) {
    if (column.empty() || table.has(column)) return;
    throw Error(ErrorCode::table_malformed, table.name() + ":1",
                "expected a column " + in_quotes(column) +
                    ", as [sample] points calls it, found none; the nearest is " +
                    in_quotes(nearest_name(column, table.columns())));
}

/// Stops at a point that was there before.
class Repeats {
public:
    void expect_new(const CsvTable& table, std::size_t row, const PointsEntry& entry) {
        if (!entry.id.empty()) add("id " + in_quotes(table.filled(row, entry.id)), table, row);
        if (entry.x.empty()) return;
        const std::pair place{table.number(row, entry.x), table.number(row, entry.y)};
        const auto [before, is_new] = places_.emplace(place, table.place(row));
        if (!is_new)
            fail("coordinates " + table.text(row, entry.x) + ", " + table.text(row, entry.y), before->second,
                 table.place(row));
    }

private:
    void add(const std::string& what, const CsvTable& table, std::size_t row) {
        const auto [before, is_new] = ids_.emplace(what, table.place(row));
        if (!is_new) fail(what, before->second, table.place(row));
    }
    [[noreturn]] static void fail(const std::string& what, const std::string& before, const std::string& place) {
        throw Error(ErrorCode::table_malformed, place,
                    "expected every point once, found the " + what + " of " + before +
                        " again; keep one interpretation of each point");
    }

    std::map<std::string, std::string> ids_;
    std::map<std::pair<double, double>, std::string> places_;
};

std::size_t read_stratum(const CsvTable& table, std::size_t row, const PointsEntry& entry,
                         const std::vector<SampledStratum>& strata) {
    const std::string& column = entry.stratum.empty() ? entry.map : entry.stratum;
    const std::string& name = table.filled(row, column);
    std::vector<std::string> known;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const bool is_zone = strata[i].zone.empty() || strata[i].zone == table.text(row, entry.zone);
        if (is_zone && strata[i].name == name) return i;
        known.push_back(strata[i].name);
    }
    if (std::ranges::find(known, name) != known.end()) {
        throw Error(ErrorCode::table_malformed, table.place(row),
                    "expected a stratum and zone of the table of areas, found " + in_quotes(name) + " in " +
                        in_quotes(table.text(row, entry.zone)) + "; add its area, or correct this line");
    }
    table.fail(row, column,
               "a stratum of the table of areas (the nearest is " + in_quotes(nearest_name(name, known)) + ")",
               "correct this line, or add the stratum with its area");
}

void expect_columns(const CsvTable& table, const PointsEntry& entry, const std::vector<SampledStratum>& strata) {
    for (const std::string& column :
         {entry.map, entry.reference, entry.stratum, entry.zone, entry.id, entry.x, entry.y})
        expect_column(table, column);
    if (entry.where) expect_column(table, entry.where->column);
    const bool is_cut =
        std::ranges::any_of(strata, [](const SampledStratum& stratum) { return !stratum.zone.empty(); });
    if (is_cut && entry.zone.empty()) {
        throw Error(ErrorCode::table_malformed, table.name(),
                    "expected the key zone in [sample] points, because the table of areas cuts the strata by zones, "
                    "found none; name the column that holds the zone of each point");
    }
}

}  // namespace

std::vector<SampledPoints> parse_sample_points(std::string_view text, const PointsEntry& entry,
                                               const std::vector<SampledStratum>& strata) {
    const CsvTable table{text, entry.file};
    expect_columns(table, entry, strata);
    std::map<std::tuple<std::size_t, std::string, std::string, std::string>, std::int64_t> counts;
    Repeats repeats;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (entry.where && table.text(row, entry.where->column) != entry.where->value) continue;
        repeats.expect_new(table, row, entry);
        const std::string zone = entry.zone.empty() ? "" : table.filled(row, entry.zone);
        ++counts[{read_stratum(table, row, entry, strata), table.filled(row, entry.map),
                  table.filled(row, entry.reference), zone}];
    }
    if (counts.empty()) {
        throw Error(ErrorCode::table_malformed, table.name(),
                    "expected at least one point" + (entry.where ? " with " + entry.where->text : std::string{}) +
                        ", found none; add one" + (entry.where ? ", or correct the condition" : ""));
    }
    std::vector<SampledPoints> points;
    for (const auto& [key, count] : counts) {
        const auto& [stratum, mapped, reference, zone] = key;
        points.push_back({stratum, mapped, reference, zone, count});
    }
    return points;
}

}  // namespace reddline::inputs
