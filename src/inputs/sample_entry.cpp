#include "inputs/sample_entry.hpp"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/csv_table.hpp"
#include "inputs/zone_entries.hpp"

namespace reddline::inputs {

namespace {

constexpr const char* known_designs = "stratified, simple or systematic";

SamplingDesign read_design(const TomlField& field) {
    const std::string& name = field.text();
    if (name == "stratified") return SamplingDesign::stratified;
    if (name == "simple") return SamplingDesign::simple;
    if (name == "systematic") return SamplingDesign::systematic;
    if (name == "convenience" || name == "purposive") {
        field.fail(known_designs,
                   "points that were chosen and not drawn have no known chance of being chosen, so no valid area or "
                   "standard error follows from them; draw a probability sample");
    }
    if (name == "two-phase" || name == "cluster") {
        field.fail(known_designs, "the standard errors of a " + name +
                                      " design need an estimator of their own, which this version has not; estimate "
                                      "with software for survey samples, such as the package survey of R");
    }
    field.fail(known_designs, "name the design by which the points were drawn, where it is one of these");
}

/// A condition on one column, such as "confidence = 'high'".
PointsCondition read_condition(const TomlField& field) {
    const std::string& text = field.text();
    const std::size_t equals = text.find('=');
    const std::string column = trimmed(std::string_view(text).substr(0, equals));
    const std::string value = equals == std::string::npos ? "" : trimmed(std::string_view(text).substr(equals + 1));
    const bool is_quoted =
        value.size() > 2 && value.front() == '\'' && value.back() == '\'' && value.find('\'', 1) == value.size() - 1;
    if (column.empty() || !is_quoted) {
        field.fail("a column and a value in single quotes, such as \"confidence = 'high'\"",
                   "write it so; other conditions are not known here, so filter the table before");
    }
    return {column, value.substr(1, value.size() - 2), text};
}

PointsEntry read_points(const TomlField& field) {
    const TomlTable table = field.table();
    table.expect_keys({"file", "map", "reference"}, {"stratum", "zone", "id", "x", "y", "where"});
    PointsEntry points;
    points.file = table.at("file").text();
    points.map = table.at("map").text();
    points.reference = table.at("reference").text();
    points.stratum = table.text_or_empty("stratum");
    points.zone = table.text_or_empty("zone");
    points.id = table.text_or_empty("id");
    points.x = table.text_or_empty("x");
    points.y = table.text_or_empty("y");
    if (points.x.empty() != points.y.empty()) {
        table.fail(
            "expected both of x and y, the columns of the coordinates, found one; add the other or leave both "
            "out");
    }
    if (const auto where = table.find("where")) points.where = read_condition(*where);
    return points;
}

std::optional<SampledYears> read_years(const TomlTable& sample) {
    const auto first = sample.find("first_year");
    const auto last = sample.find("last_year");
    if (first.has_value() != last.has_value()) {
        sample.fail(
            "expected both of first_year and last_year, whose change the points show, found one; add the "
            "other or leave both out");
    }
    if (!first) return std::nullopt;
    const SampledYears years{LossYear{first->whole(1, last_year_of_dates)},
                             LossYear{last->whole(1, last_year_of_dates)}};
    if (years.count() < 1) last->fail("a year not before first_year", "correct one of the two");
    return years;
}

/// A name of the audit's zones, or any where the file holds no audit.
std::string read_zone(const TomlField& field, const AuditFile& known) {
    return known.zones.empty() ? field.text() : read_zone_name(field, known);
}

/// Stops where keys that only an audit asks for do not go together.
void expect_route(const TomlTable& sample, const SampleEntry& entry) {
    if (!entry.zone.empty() && entry.points && !entry.points->zone.empty()) {
        sample.fail(
            "expected one of zone, which the whole sample speaks of, and points.zone, the column that names "
            "the zone of each point, found both; leave one out");
    }
    if (!entry.changes.empty() && !entry.years) {
        sample.fail(
            "expected first_year and last_year beside changes, found none; add the years whose change the "
            "points show");
    }
}

}  // namespace

std::optional<SampleEntry> read_sample(const TomlTable& audit_file, const AuditFile& known) {
    const auto section = audit_file.find("sample");
    if (!section) return std::nullopt;
    const TomlTable table = section->table();
    table.expect_keys({"areas", "design", "source"},
                      {"matrix", "points", "area_ha", "zone", "first_year", "last_year", "changes"});
    SampleEntry entry;
    entry.areas = table.at("areas").text();
    entry.design = read_design(table.at("design"));
    entry.source = table.at("source").text();
    entry.matrix = table.text_or_empty("matrix");
    if (const auto points = table.find("points")) entry.points = read_points(*points);
    if (entry.matrix.empty() != entry.points.has_value()) {
        table.fail(
            std::string("expected one of matrix, a table of counts, and points, a table of single points, found ") +
            (entry.points ? "both; leave one out" : "none; add one"));
    }
    if (const auto area = table.find("area_ha")) {
        entry.area = Hectares::of(area->number(0.0, std::numeric_limits<double>::infinity()));
    }
    if (const auto zone = table.find("zone")) entry.zone = read_zone(*zone, known);
    entry.years = read_years(table);
    entry.changes = table.text_or_empty("changes");
    expect_route(table, entry);
    return entry;
}

}  // namespace reddline::inputs
