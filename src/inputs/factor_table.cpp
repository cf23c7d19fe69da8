#include "inputs/factor_table.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "domain/file_name.hpp"
#include "inputs/carbon_pool.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/plot_table.hpp"

namespace reddline::inputs {

namespace {

std::optional<double> read_optional_amount(const CsvTable& table, std::size_t row, const std::string& column) {
    if (!table.has(column) || table.text(row, column).empty()) return std::nullopt;
    return read_amount(table, row, column);
}

void read_densities(const CsvTable& table, CarbonTable& factors) {
    table.expect_columns({"stratum", "carbon_tC_per_ha", "source"}, {"pool", "standard_error", "year"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        PoolDensity pool{.pool = read_pool(table, row),
                         .density = TonnesCPerHa::of(read_amount(table, row, "carbon_tC_per_ha")),
                         .standard_error = std::nullopt,
                         .source = table.filled(row, "source")};
        if (const auto error_tC_per_ha = read_optional_amount(table, row, "standard_error")) {
            pool.standard_error = TonnesCPerHa::of(*error_tC_per_ha);
        }
        add_pool(factors, table.filled(row, "stratum"), std::move(pool), table.place(row));
    }
}

void read_biomass(const CsvTable& table, CarbonTable& factors) {
    table.expect_columns({"stratum", "agb_t_per_ha", "root_ratio", "carbon_fraction", "source"},
                         {"dead_wood_tC_per_ha", "litter_tC_per_ha", "soil_tC_per_ha"});
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> further_pools{{
        {"dead_wood", "dead_wood_tC_per_ha"},
        {"litter", "litter_tC_per_ha"},
        {"soil", "soil_tC_per_ha"},
    }};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string stratum = table.filled(row, "stratum");
        const std::string source = table.filled(row, "source");
        const double carbon_fraction = read_amount(table, row, "carbon_fraction");
        if (carbon_fraction > 1.0) table.fail(row, "carbon_fraction", "a share from 0 to 1");
        const double above_tC_per_ha = read_amount(table, row, "agb_t_per_ha") * carbon_fraction;
        const double below_tC_per_ha = above_tC_per_ha * read_root_ratio(table, row);
        const auto add = [&](std::string_view pool, double density_tC_per_ha) {
            add_pool(factors, stratum, {std::string(pool), TonnesCPerHa::of(density_tC_per_ha), std::nullopt, source},
                     table.place(row));
        };
        add("above_ground", above_tC_per_ha);
        add("below_ground", below_tC_per_ha);
        for (const auto& [pool, column] : further_pools) {
            if (const auto density = read_optional_amount(table, row, std::string(column))) add(pool, *density);
        }
    }
}

}  // namespace

CarbonTable parse_factors(std::string_view text, const std::string& name) {
    const CsvTable table{text, name};
    CarbonTable factors{.name = file_name_of(name), .stocks = {}};
    if (table.has("agb_t_per_ha")) {
        read_biomass(table, factors);
    } else if (table.has("plot")) {
        read_plots(table, factors);
    } else {
        read_densities(table, factors);
    }
    if (factors.stocks.empty()) {
        throw Error(ErrorCode::table_malformed, name,
                    "expected at least one line below the columns, found none; add one");
    }
    return factors;
}

}  // namespace reddline::inputs
