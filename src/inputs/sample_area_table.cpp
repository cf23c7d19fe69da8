#include "inputs/sample_area_table.hpp"

#include <algorithm>
#include <cmath>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"

namespace reddline::inputs {

namespace {

/// By how much areas may miss their total, as a share of it: published areas are rounded one by one.
constexpr double total_tolerance = 1e-4;

/// The surface of the WGS 84 ellipsoid (Eq. 1).
constexpr double whole_earth_ha = 51'006'562'172.4;

SampledStratum read_stratum(const CsvTable& table, std::size_t row) {
    SampledStratum stratum;
    stratum.name = table.filled(row, "class");
    if (table.has("zone")) stratum.zone = table.filled(row, "zone");
    const double area_ha = table.number(row, "area_ha");
    if (area_ha < 0.0 || area_ha > whole_earth_ha) {
        table.fail(row, "area_ha", "an area of at least 0 ha, and not more than the Earth has");
    }
    stratum.area = Hectares::of(area_ha);
    if (!table.has("pixels")) return stratum;
    stratum.units = table.integer(row, "pixels");
    if (*stratum.units < 0) table.fail(row, "pixels", "a number of pixels of at least 0");
    return stratum;
}

void expect_total(const std::vector<SampledStratum>& strata, const std::string& name, std::optional<Hectares> total) {
    Hectares sum;
    for (const SampledStratum& stratum : strata)
        sum += stratum.area;
    if (sum <= Hectares{}) {
        throw Error(ErrorCode::table_malformed, name,
                    "expected areas of more than 0 ha in all, found " + shortest(sum.value()) +
                        "; give the area of each stratum");
    }
    if (!total || std::abs((sum - *total).value()) <= total_tolerance * total->value()) return;
    throw Error(ErrorCode::table_malformed, name,
                "expected areas that add up to sample.area_ha, " + shortest(total->value()) + " ha, found " +
                    shortest(sum.value()) + " ha; add what is missing, or correct area_ha");
}

}  // namespace

std::vector<SampledStratum> parse_sample_areas(std::string_view text, const std::string& name,
                                               std::optional<Hectares> total) {
    const CsvTable table{text, name};
    table.expect_columns({"class", "area_ha"}, {"pixels", "zone"});
    std::vector<SampledStratum> strata;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const SampledStratum stratum = read_stratum(table, row);
        const bool is_known = std::ranges::any_of(strata, [&](const SampledStratum& other) {
            return other.name == stratum.name && other.zone == stratum.zone;
        });
        if (is_known) {
            throw Error(ErrorCode::table_malformed, table.place(row),
                        "expected every class" + std::string(table.has("zone") ? " and zone" : "") + " once, found " +
                            in_quotes(stratum.name) + " again; add the areas up in one line");
        }
        strata.push_back(stratum);
    }
    expect_total(strata, name, total);
    return strata;
}

}  // namespace reddline::inputs
