#include "inputs/plot_table.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "inputs/carbon_pool.hpp"
#include "inputs/in_quotes.hpp"

namespace reddline::inputs {

namespace {

/// The plots of one stratum and pool, as far as they are read.
struct PoolPlots {
    std::size_t first_row = 0;
    std::string source;
    std::vector<PlotDensity> plots;
};
using StratumAndPool = std::pair<std::string, std::string>;

double read_weight(const CsvTable& table, std::size_t row) {
    if (!table.has("weight")) return 1.0;
    const double weight = table.number(row, "weight");
    if (weight <= 0.0) table.fail(row, "weight", "a number above 0", "leave out a plot that stands for nothing");
    return weight;
}

/// Weights of the plots, by stratum and name.
using PlotWeights = std::map<std::pair<std::string, std::string>, double>;

PlotDensity read_plot(const CsvTable& table, std::size_t row, const std::string& stratum, PlotWeights& weights) {
    PlotDensity plot{.plot = table.filled(row, "plot"),
                     .weight = read_weight(table, row),
                     .density = TonnesCPerHa::of(read_amount(table, row, "carbon_tC_per_ha"))};
    const double known = weights.try_emplace({stratum, plot.plot}, plot.weight).first->second;
    if (known != plot.weight) {
        table.fail(row, "weight",
                   "the weight that plot " + in_quotes(plot.plot) + " has in its other pools, " + shortest(known));
    }
    return plot;
}

void add_plot(const CsvTable& table, std::size_t row, PlotDensity plot, const StratumAndPool& key, PoolPlots& pool) {
    if (std::ranges::find(pool.plots, plot.plot, &PlotDensity::plot) != pool.plots.end()) {
        throw Error(ErrorCode::table_malformed, table.place(row),
                    "expected every plot and pool of a stratum once, found plot " + in_quotes(plot.plot) + " of " +
                        in_quotes(key.first) + ", " + key.second +
                        " again; keep one of the lines, or give the plots names of their own");
    }
    if (table.filled(row, "source") != pool.source) {
        table.fail(
            row, "source",
            "one source for all plots of " + in_quotes(key.first) + ", " + key.second + ", " + in_quotes(pool.source),
            "write all of them into each line");
    }
    pool.plots.push_back(std::move(plot));
}

}  // namespace

void read_plots(const CsvTable& table, CarbonTable& factors) {
    table.expect_columns({"stratum", "plot", "pool", "carbon_tC_per_ha", "source"}, {"weight"});
    std::map<StratumAndPool, PoolPlots> pools;
    std::vector<StratumAndPool> in_order;
    PlotWeights weights;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const StratumAndPool key{table.filled(row, "stratum"), read_pool(table, row)};
        const auto [pool, is_new] = pools.try_emplace(key, PoolPlots{row, table.filled(row, "source"), {}});
        if (is_new) in_order.push_back(key);
        add_plot(table, row, read_plot(table, row, key.first, weights), key, pool->second);
    }
    for (const StratumAndPool& key : in_order) {
        PoolPlots& pool = pools.at(key);
        std::ranges::sort(pool.plots, {}, &PlotDensity::plot);
        add_pool(factors, key.first,
                 {key.second, mean_of(pool.plots), standard_error_of(pool.plots), pool.source, pool.plots},
                 table.place(pool.first_row));
    }
}

}  // namespace reddline::inputs
