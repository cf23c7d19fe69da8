#include "inputs/transition_table.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "domain/error.hpp"
#include "domain/file_name.hpp"
#include "domain/year.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/legend_table.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

/// One line of the table, its classes as numbers of their strata.
struct Arc {
    std::pair<int, int> years;  ///< start and end of its interval
    std::uint16_t from = 0;
    std::uint16_t to = 0;
    Hectares area;
};

int read_year(const CsvTable& table, std::size_t row, const std::string& column) {
    const std::int64_t year = table.integer(row, column);
    if (year < 1 || year > last_year_of_dates) table.fail(row, column, "a year such as 2014");
    return static_cast<int>(year);
}

std::uint16_t read_stratum(const CsvTable& table, std::size_t row, const std::string& column, const Legend& classes) {
    const auto found = classes.codes().find(table.text(row, column));
    if (found != classes.codes().end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [code, stratum] : classes.codes())
        known.push_back(code);
    table.fail(row, column,
               "a class of " + classes.source() + " (the nearest is " +
                   in_quotes(nearest_name(table.text(row, column), known)) + ")");
}

Arc read_arc(const CsvTable& table, std::size_t row, const Legend& classes) {
    Arc arc;
    arc.from = read_stratum(table, row, "from", classes);
    arc.to = read_stratum(table, row, "to", classes);
    arc.years = {read_year(table, row, "start_year"), read_year(table, row, "end_year")};
    if (arc.years.second <= arc.years.first) table.fail(row, "end_year", "a year after start_year");
    const double area_ha = table.number(row, "area_ha");
    if (area_ha < 0.0) table.fail(row, "area_ha", "an area of at least 0 ha");
    arc.area = Hectares::of(area_ha);
    return arc;
}

/// Stops when the interval of one line shares a year with an interval of other lines.
void expect_apart(std::pair<int, int> years, const std::set<std::pair<int, int>>& intervals, const std::string& place) {
    for (const auto& [start, end] : intervals) {
        const bool apart = years.second <= start || end <= years.first;
        if (years == std::pair{start, end} || apart) continue;
        throw Error(ErrorCode::table_malformed, place,
                    "expected intervals that do not overlap, found " + std::to_string(years.first) + "-" +
                        std::to_string(years.second) + " beside " + std::to_string(start) + "-" + std::to_string(end) +
                        "; keep one of them");
    }
}

std::vector<Arc> read_arcs(const CsvTable& table, const Legend& classes) {
    std::vector<Arc> arcs;
    std::set<std::pair<int, int>> intervals;
    std::set<std::tuple<std::string, std::string, int>> seen;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const Arc arc = read_arc(table, row, classes);
        expect_apart(arc.years, intervals, table.place(row));
        intervals.insert(arc.years);
        if (!seen.emplace(table.text(row, "from"), table.text(row, "to"), arc.years.first).second) {
            throw Error(ErrorCode::table_malformed, table.place(row),
                        "expected every arc of an interval once, found " + in_quotes(table.text(row, "from")) + " to " +
                            in_quotes(table.text(row, "to")) + " again; keep one of the lines");
        }
        arcs.push_back(arc);
    }
    return arcs;
}

std::vector<Stratum> strata_that_occur(const std::vector<Arc>& arcs, const Legend& classes) {
    std::vector<Stratum> occurring;
    for (std::size_t index = 0; index < classes.strata().size(); ++index) {
        const auto touches = [index](const Arc& arc) { return arc.from == index || arc.to == index; };
        if (std::ranges::any_of(arcs, touches)) occurring.push_back(classes.strata()[index]);
    }
    return occurring;
}

}  // namespace

Legend parse_classes(std::string_view text, const std::string& name) {
    return parse_legend_of(text, name, "class");
}

TransitionTable parse_transitions(std::string_view text, const std::string& name, const Legend& classes) {
    const CsvTable table{text, name};
    table.expect_columns({"from", "to", "start_year", "end_year", "area_ha"}, {});
    const std::vector<Arc> arcs = read_arcs(table, classes);
    if (arcs.empty()) {
        throw Error(ErrorCode::table_malformed, name,
                    "expected at least one line below the columns, found none; add one");
    }
    std::map<std::pair<int, int>, std::map<std::pair<std::string, std::string>, Hectares>> area_of;
    for (const Arc& arc : arcs) {
        area_of[arc.years][{classes.strata()[arc.from].name, classes.strata()[arc.to].name}] += arc.area;
    }
    TransitionTable transitions{
        .name = file_name_of(name), .strata = strata_that_occur(arcs, classes), .intervals = {}};
    for (const auto& [years, areas] : area_of) {
        TransitionInterval interval{.start_year = years.first, .end_year = years.second, .transitions = {}};
        for (const auto& [ends, area] : areas)
            interval.transitions.push_back({ends.first, ends.second, area});
        transitions.intervals.push_back(std::move(interval));
    }
    return transitions;
}

}  // namespace reddline::inputs
