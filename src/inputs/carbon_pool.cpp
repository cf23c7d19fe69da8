#include "inputs/carbon_pool.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

/// The pool that stands for all others.
constexpr std::string_view whole_stock = "total";

}  // namespace

double read_amount(const CsvTable& table, std::size_t row, const std::string& column) {
    const double amount = table.number(row, column);
    if (amount < 0.0) table.fail(row, column, "a number of at least 0");
    return amount;
}

double read_root_ratio(const CsvTable& table, std::size_t row) {
    const double ratio = read_amount(table, row, "root_ratio");
    if (ratio > most_root_ratio)
        table.fail(row, "root_ratio", "a ratio of at most " + shortest(most_root_ratio) + ", not a percentage");
    return ratio;
}

std::string read_pool(const CsvTable& table, std::size_t row) {
    if (!table.has("pool")) return std::string(whole_stock);
    const std::vector<std::string> known{
        std::string(whole_stock), "above_ground", "below_ground", "dead_wood", "litter", "soil"};
    const std::string pool = table.text(row, "pool");
    if (std::ranges::find(known, pool) == known.end()) {
        table.fail(row, "pool", "one of " + joined(known) + " (the nearest is " + nearest_name(pool, known) + ")");
    }
    return pool;
}

void add_pool(CarbonTable& factors, const std::string& stratum, PoolDensity pool, const std::string& place) {
    CarbonStock& stock = factors.stocks[stratum];
    for (const PoolDensity& other : stock.pools()) {
        if (other.pool == pool.pool) {
            throw Error(ErrorCode::table_malformed, place,
                        "expected every stratum and pool once, found " + in_quotes(stratum) + ", " + pool.pool +
                            " again; keep one of the lines");
        }
        if (other.pool == whole_stock || pool.pool == whole_stock) {
            throw Error(ErrorCode::table_malformed, place,
                        "expected either a total or single pools, found both for " + in_quotes(stratum) +
                            "; keep one of the two, because the total holds the others");
        }
    }
    stock.add(std::move(pool));
}

}  // namespace reddline::inputs
