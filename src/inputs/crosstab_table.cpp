#include "inputs/crosstab_table.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "inputs/crosstab_columns.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"

namespace reddline::inputs {

namespace {

using ZoneIndexes = std::map<std::string, std::uint32_t>;

/// One minimum area while its tables are read.
struct OpenCrosstab {
    OpenCrosstab(double area_ha, std::size_t zones) : min_area_ha{area_ha}, zone_outcomes(zones) {}

    double min_area_ha;
    OutcomeTally outcomes{};
    std::vector<OutcomeTally> zone_outcomes;
    std::map<std::vector<std::uint16_t>, std::uint32_t> combinations;
    std::vector<Bin> bins;
    std::vector<std::pair<BinKey, std::size_t>> rows_of_bins;
};

std::int64_t read_count(const CsvTable& table, std::size_t row, const std::string& column) {
    const std::int64_t count = table.integer(row, column);
    if (count < 0) table.fail(row, column, "a whole number of at least 0");
    return count;
}

Tally read_tally(const CsvTable& table, std::size_t row) {
    return {read_count(table, row, "pixels"), read_count(table, row, "area_cm2")};
}

double read_min_area_ha(const CsvTable& table, std::size_t row) {
    const double min_area_ha = table.number(row, "min_area_ha");
    if (min_area_ha < 0.0) table.fail(row, "min_area_ha", "an area of at least 0 ha");
    return min_area_ha;
}

[[noreturn]] void fail_mismatch(const std::string& place, const std::string& message) {
    throw Error(ErrorCode::crosstab_mismatch, place, message);
}

/// Index of the zone; nothing when the field is empty.
std::optional<std::uint32_t> read_zone(const CsvTable& table, std::size_t row, const ZoneIndexes& zones) {
    const std::string& name = table.text(row, "zone");
    if (name.empty()) return std::nullopt;
    const auto found = zones.find(name);
    if (found == zones.end()) {
        fail_mismatch(table.place(row), "expected a zone of zones.csv, found " + in_quotes(name) +
                                            "; take all tables from one output directory");
    }
    return found->second;
}

Outcome read_outcome(const CsvTable& table, std::size_t row) {
    std::string known;
    for (const Outcome outcome : all_outcomes()) {
        if (to_string(outcome) == table.text(row, "outcome")) return outcome;
        known += (known.empty() ? "" : ", ") + std::string(to_string(outcome));
    }
    table.fail(row, "outcome", "one of " + known);
}

/// Reads pixels.csv, which says which minimum areas there are.
std::vector<OpenCrosstab> read_pixels(const CsvTable& table, const ZoneIndexes& zones) {
    table.expect_columns({"min_area_ha", "zone", "outcome", "pixels", "area_cm2", "area_ha"}, {});
    std::vector<OpenCrosstab> crosstabs;
    std::set<std::tuple<std::size_t, std::optional<std::uint32_t>, Outcome>> seen;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double min_area_ha = read_min_area_ha(table, row);
        if (crosstabs.empty() || min_area_ha > crosstabs.back().min_area_ha) {
            crosstabs.emplace_back(min_area_ha, zones.size());
        }
        OpenCrosstab& crosstab = crosstabs.back();
        if (min_area_ha < crosstab.min_area_ha) table.fail(row, "min_area_ha", "areas that rise down the table");
        const auto zone = read_zone(table, row, zones);
        const Outcome outcome = read_outcome(table, row);
        if (!seen.emplace(crosstabs.size(), zone, outcome).second) {
            table.fail(row, "outcome", "every outcome of a zone once");
        }
        OutcomeTally& tallies = zone ? crosstab.zone_outcomes[*zone] : crosstab.outcomes;
        tallies.at(static_cast<std::size_t>(outcome)) = read_tally(table, row);
    }
    if (crosstabs.empty()) {
        throw Error(ErrorCode::table_malformed, table.name(),
                    "expected the pixels of at least one minimum area, found none; run the crosstab again");
    }
    if (crosstabs.front().min_area_ha != 0.0) {
        throw Error(ErrorCode::table_malformed, table.name(),
                    "expected the minimum area 0 first, found " + shortest(crosstabs.front().min_area_ha) +
                        "; run the crosstab again");
    }
    return crosstabs;
}

void expect_crosstab_columns(const CsvTable& table, const std::vector<StrataMap>& maps) {
    const auto is_map = [&](const std::string& column) {
        return std::ranges::find(maps, column, &StrataMap::name) != maps.end();
    };
    const auto is_fixed = [](const std::string& column) {
        return std::ranges::find(crosstab_columns, column) != crosstab_columns.end();
    };
    for (const std::string& column : table.columns()) {
        if (is_map(column) || is_fixed(column)) continue;
        fail_mismatch(table.name(), "expected a column for every strata map of the audit file and no other, found " +
                                        in_quotes(column) + "; run the crosstab again with this audit file");
    }
    for (const StrataMap& map : maps) {
        if (table.has(map.name)) continue;
        fail_mismatch(table.name(), "expected a column for the strata map " + in_quotes(map.name) +
                                        ", found none; run the crosstab again with this audit file");
    }
    std::vector<std::string> known{crosstab_columns.begin(), crosstab_columns.end()};
    for (const StrataMap& map : maps)
        known.push_back(map.name);
    table.expect_columns(known, {});
}

/// Index of the stratum; one past the last where the map has no data.
std::uint16_t read_stratum(const CsvTable& table, std::size_t row, const StrataMap& map) {
    const std::string& name = table.text(row, map.name);
    if (name.empty()) return static_cast<std::uint16_t>(map.legend.strata().size());
    const std::optional<std::uint16_t> index = map.legend.index_of(name);
    if (!index) {
        fail_mismatch(table.place(row), map.name + ": expected a stratum of " + map.legend.source() + ", found " +
                                            in_quotes(name) + "; use the legend of the run that made the crosstab");
    }
    return *index;
}

std::uint8_t read_cover_pct(const CsvTable& table, std::size_t row) {
    constexpr std::int64_t full_cover_pct = 100;
    const std::int64_t cover_pct = table.integer(row, "cover_pct");
    if (cover_pct < 0 || cover_pct > full_cover_pct) table.fail(row, "cover_pct", "a whole number from 0 to 100");
    return static_cast<std::uint8_t>(cover_pct);
}

std::uint8_t read_loss_code(const CsvTable& table, std::size_t row, const LossCodes& codes) {
    const std::int64_t year = table.integer(row, "loss_year");
    if (year == 0) return 0;
    if (year > 0 && year <= last_year_of_dates) {
        if (const auto code = codes.code_of(LossYear{static_cast<int>(year)})) return *code;
    }
    fail_mismatch(table.place(row), "loss_year: expected 0 or a year of the loss product, " +
                                        std::to_string(codes.first().value()) + " to " +
                                        std::to_string(codes.last().value()) + ", found " + std::to_string(year) +
                                        "; use the [loss] of the run that made the crosstab");
}

OpenCrosstab& crosstab_of_row(const CsvTable& table, std::size_t row, std::vector<OpenCrosstab>& crosstabs) {
    const auto found = std::ranges::find(crosstabs, read_min_area_ha(table, row), &OpenCrosstab::min_area_ha);
    if (found == crosstabs.end()) {
        fail_mismatch(table.place(row), "min_area_ha: expected a minimum area of pixels.csv, found " +
                                            in_quotes(table.text(row, "min_area_ha")) +
                                            "; take all tables from one output directory");
    }
    return *found;
}

void read_bins(const CsvTable& table, const ZoneIndexes& zones, const std::vector<StrataMap>& maps,
               const LossCodes& codes, std::vector<OpenCrosstab>& crosstabs) {
    expect_crosstab_columns(table, maps);
    double last_min_area_ha = 0.0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        OpenCrosstab& crosstab = crosstab_of_row(table, row, crosstabs);
        if (crosstab.min_area_ha < last_min_area_ha) table.fail(row, "min_area_ha", "areas that rise down the table");
        last_min_area_ha = crosstab.min_area_ha;
        const auto zone = read_zone(table, row, zones);
        if (!zone) table.fail(row, "zone", "the name of a zone");
        std::vector<std::uint16_t> strata;
        for (const StrataMap& map : maps)
            strata.push_back(read_stratum(table, row, map));
        const auto next = static_cast<std::uint32_t>(crosstab.combinations.size());
        const std::uint32_t combination = crosstab.combinations.emplace(std::move(strata), next).first->second;
        const BinKey key{*zone, combination, read_cover_pct(table, row), read_loss_code(table, row, codes)};
        crosstab.bins.push_back({key, read_tally(table, row)});
        crosstab.rows_of_bins.emplace_back(key, row);
    }
}

void expect_bins_once(const CsvTable& table, std::vector<OpenCrosstab>& crosstabs) {
    for (OpenCrosstab& crosstab : crosstabs) {
        auto& rows = crosstab.rows_of_bins;
        std::ranges::sort(rows);
        const auto twice = std::ranges::adjacent_find(rows, {}, &std::pair<BinKey, std::size_t>::first);
        if (twice == rows.end()) continue;
        throw Error(ErrorCode::table_malformed, table.place(std::next(twice)->second),
                    "expected every bin once, found the bin of " + table.place(twice->second) +
                        " again; run the crosstab again");
    }
}

/// Adds, unless the numbers are too large to be pixels of this Earth.
void add_bounded(std::int64_t& sum, std::int64_t count, const std::string& place) {
    if (count > std::numeric_limits<std::int64_t>::max() - sum) {
        fail_mismatch(place, "expected counts whose sum fits the Earth, found more; run the crosstab again");
    }
    sum += count;
}

std::string in_words(const Tally& tally) {
    return std::to_string(tally.pixels) + " pixels (" + std::to_string(tally.area_cm2) + " cm2)";
}

/// Eq. 2: the bins of a zone hold exactly its counted pixels.
void expect_sums(const CsvTable& table, const OpenCrosstab& crosstab, const std::vector<ZoneExtent>& zones) {
    std::vector<Tally> sums(zones.size());
    for (const Bin& bin : crosstab.bins) {
        add_bounded(sums[bin.key.zone].pixels, bin.tally.pixels, table.name());
        add_bounded(sums[bin.key.zone].area_cm2, bin.tally.area_cm2, table.name());
    }
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        const Tally& counted = crosstab.zone_outcomes[zone][static_cast<std::size_t>(Outcome::counted)];
        if (sums[zone] == counted) continue;
        fail_mismatch(table.name(), "expected bins of the zone " + in_quotes(zones[zone].zone.name) +
                                        " at min_area_ha " + shortest(crosstab.min_area_ha) +
                                        " that add up to the counted " + in_words(counted) + " of pixels.csv, found " +
                                        in_words(sums[zone]) + "; run the crosstab again");
    }
}

CrosstabOfArea closed(OpenCrosstab&& open, std::size_t maps) {
    std::vector<std::vector<std::uint16_t>> combinations(open.combinations.size());
    for (const auto& [strata, index] : open.combinations)
        combinations[index] = strata;
    return {open.min_area_ha, Crosstab{maps, std::move(combinations), std::move(open.bins),
                                       std::move(open.zone_outcomes), open.outcomes}};
}

}  // namespace

std::vector<ZoneExtent> parse_zones(std::string_view zones_csv, const std::string& name) {
    const CsvTable table{zones_csv, name};
    table.expect_columns(
        {"zone", "role", "entry", "project", "features", "repaired", "pixels", "area_cm2", "area_ha", "outside_pixels"},
        {});
    std::vector<ZoneExtent> extents;
    std::set<std::string> names;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto role = zone_role_of(table.text(row, "role"));
        if (!role) table.fail(row, "role", "the role of a zone");
        const std::string& zone = table.text(row, "zone");
        if (zone.empty() || !names.insert(zone).second) table.fail(row, "zone", "a name that no other zone has");
        extents.push_back({.zone = {zone, *role, table.text(row, "entry"), table.text(row, "project")},
                           .features = read_count(table, row, "features"),
                           .repaired = read_count(table, row, "repaired"),
                           .inside = read_tally(table, row),
                           .outside_pixels = read_count(table, row, "outside_pixels")});
    }
    return extents;
}

std::vector<CrosstabOfArea> parse_crosstabs(const CrosstabTexts& texts, const std::vector<ZoneExtent>& zones,
                                            const std::vector<StrataMap>& maps, const LossCodes& codes) {
    ZoneIndexes indexes;
    for (std::size_t i = 0; i < zones.size(); ++i)
        indexes.emplace(zones[i].zone.name, static_cast<std::uint32_t>(i));
    std::vector<OpenCrosstab> open = read_pixels(CsvTable{texts.pixels_csv, "pixels.csv"}, indexes);
    const CsvTable table{texts.crosstab_csv, "crosstab.csv"};
    read_bins(table, indexes, maps, codes, open);
    expect_bins_once(table, open);
    std::vector<CrosstabOfArea> crosstabs;
    for (OpenCrosstab& crosstab : open) {
        expect_sums(table, crosstab, zones);
        crosstabs.push_back(closed(std::move(crosstab), maps.size()));
    }
    return crosstabs;
}

}  // namespace reddline::inputs
