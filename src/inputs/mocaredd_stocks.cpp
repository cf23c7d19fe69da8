#include "inputs/mocaredd_stocks.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "inputs/carbon_pool.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/mocaredd_sheets.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

constexpr ValueColumns stock_columns{"c_value", "c_se", "c_pdf", "c_pdf_a", "c_pdf_b"};
constexpr std::string_view whole_stock = "ALL";
constexpr std::string_view degraded_share = "DG_ratio";
constexpr std::string_view root_ratio = "RS";

[[noreturn]] void fail(const std::string& place, const std::string& message) {
    throw Error(ErrorCode::table_malformed, place, message);
}

std::optional<std::size_t> read_period(const CsvTable& table, std::size_t row, const MocareddWorkbook& workbook) {
    std::vector<std::string> names{"ALL"};
    for (const WorkbookPeriod& period : workbook.periods)
        names.push_back(period.name);
    const std::string name = one_of(table, row, "c_period", names);
    const auto place = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    if (place == 0) return std::nullopt;
    return place - 1;
}

bool has_pool(const WorkbookStock& stock, std::string_view pool) {
    return std::ranges::find(stock.pools, pool, &WorkbookPool::pool) != stock.pools.end();
}

/// Stops where two pools hold the same carbon.
void expect_apart(const WorkbookStock& stock, const std::string& pool, const std::string& place) {
    for (const WorkbookPool& other : stock.pools) {
        const auto either = [&](std::string_view one) { return pool == one || other.pool == one; };
        const std::string found = ", found " + other.pool + " and " + pool + " for " + in_quotes(stock.land_use);
        if (other.pool == pool) fail(place, "expected every pool of a land use and period once" + found + "; keep one");
        if (either(whole_stock)) fail(place, "expected either ALL or single pools" + found + "; keep one of the two");
        if (either(degraded_share)) fail(place, "expected DG_ratio alone" + found + "; keep one of the two");
        if (either(root_ratio) && either("BGB"))
            fail(place, "expected either BGB or RS, the ratio that gives it" + found + "; keep one of the two");
    }
}

WorkbookStock& stock_for(const std::string& land_use, std::optional<std::size_t> period, const std::string& place,
                         std::vector<WorkbookStock>& stocks) {
    for (WorkbookStock& stock : stocks) {
        if (stock.land_use != land_use) continue;
        if (stock.period == period) return stock;
        if (!stock.period || !period) {
            fail(place, "expected the stocks of " + in_quotes(land_use) +
                            " either for ALL periods or for single ones, found both; choose one of the two");
        }
    }
    stocks.push_back({land_use, period, {}});
    return stocks.back();
}

std::string input_name(const MocareddWorkbook& workbook, const WorkbookStock& stock, const std::string& pool) {
    const std::string name = stock.land_use + "/" + pool;
    return stock.period ? name + " (" + workbook.periods[*stock.period].name + ")" : name;
}

std::string unit_of(const MocareddWorkbook& workbook, std::string_view pool) {
    if (pool == root_ratio || pool == degraded_share) return "1";
    const bool is_biomass = pool == "AGB" || pool == "BGB";
    return is_biomass && workbook.carbon_fraction ? "t/ha" : "tC/ha";
}

/// Adds a row; false where it says NA.
bool add_pool(const CsvTable& table, std::size_t row, const StockRules& rules, MocareddWorkbook& workbook) {
    const std::string& land_use = table.filled(row, "lu_id");
    const auto period = read_period(table, row, workbook);
    const std::string pool = one_of(table, row, "c_pool", {"AGB", "BGB", "RS", "DW", "LI", "SOC", "ALL", "DG_ratio"});
    const bool is_ratio = pool == root_ratio || pool == degraded_share;
    auto input = read_value(table, row, stock_columns, land_use, is_ratio ? ValueKind::ratio : ValueKind::amount,
                            rules.negative);
    if (!input) return false;
    const double most = pool == root_ratio ? most_root_ratio : 1.0;
    if (is_ratio && input->value > most)
        table.fail(row, "c_value", "a ratio of at most " + shortest(most) + ", not a percentage");
    WorkbookStock& stock = stock_for(land_use, period, table.place(row), workbook.stocks);
    expect_apart(stock, pool, table.place(row));
    input->name = input_name(workbook, stock, pool);
    input->rule.input = input->name;
    input->unit = unit_of(workbook, pool);
    stock.pools.push_back({pool, workbook.inputs.size()});
    workbook.inputs.push_back(std::move(*input));
    return true;
}

void expect_above_ground(const MocareddWorkbook& workbook, const WorkbookStock& stock) {
    const auto ratio = std::ranges::find(stock.pools, root_ratio, &WorkbookPool::pool);
    if (ratio == stock.pools.end() || has_pool(stock, "AGB")) return;
    fail(workbook.inputs[ratio->input].rule.place, "expected AGB of " + in_quotes(stock.land_use) +
                                                       " beside RS, which is a ratio to it, found none; add its row");
}

/// True when the pools that degradation takes from hold a pool.
bool is_taken(const StockRules& rules, std::string_view pool) {
    return std::ranges::any_of(rules.degraded_pools, [&](const std::string& taken) {
        return taken == "ALL" || taken == "C_all" || taken == pool || (taken == "BGB" && pool == root_ratio);
    });
}

/// Finds the stock that a ratio is a share of, and stops where it does not say what becomes of one of its pools.
void find_intact(const StockRules& rules, MocareddWorkbook& workbook, std::size_t degraded) {
    WorkbookStock& stock = workbook.stocks[degraded];
    if (!has_pool(stock, degraded_share)) return;
    const std::string& place = workbook.inputs[stock.pools.front().input].rule.place;
    const std::string& ending = rules.degraded_ending;
    if (ending.empty() || !stock.land_use.ends_with(ending) || stock.land_use == ending) {
        fail(place, "expected a land use that ends with dg_ext " + in_quotes(ending) +
                        ", which tells degraded land from intact, found " + in_quotes(stock.land_use) +
                        "; correct one of them");
    }
    const std::string intact = stock.land_use.substr(0, stock.land_use.size() - ending.size());
    const auto found = std::ranges::find_if(workbook.stocks, [&](const WorkbookStock& other) {
        return other.land_use == intact && (!other.period || other.period == stock.period);
    });
    if (found == workbook.stocks.end() || has_pool(*found, degraded_share)) {
        fail(place, "expected stocks of the intact land use " + in_quotes(intact) + " in the same period, found " +
                        (found == workbook.stocks.end() ? "none" : "a DG_ratio") + "; add its pools");
    }
    for (const WorkbookPool& pool : found->pools) {
        if (is_taken(rules, pool.pool)) continue;
        fail(place, "expected dg_pool to name every pool of " + in_quotes(intact) + ", found that it leaves " +
                        pool.pool +
                        " out and so whether degraded land keeps it; name it, or ALL, or give the pools of " +
                        in_quotes(stock.land_use) + " one by one");
    }
    stock.intact = static_cast<std::size_t>(found - workbook.stocks.begin());
}

}  // namespace

std::size_t add_stocks(const CsvTable& table, const StockRules& rules, MocareddWorkbook& workbook) {
    std::set<std::string> ids;
    std::size_t left_out = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!ids.insert(table.filled(row, "c_id")).second) table.fail(row, "c_id", "every id once", "give it another");
        if (!add_pool(table, row, rules, workbook)) ++left_out;
    }
    for (std::size_t stock = 0; stock < workbook.stocks.size(); ++stock) {
        expect_above_ground(workbook, workbook.stocks[stock]);
        find_intact(rules, workbook, stock);
    }
    return left_out;
}

std::optional<std::size_t> stock_of(const MocareddWorkbook& workbook, const std::string& land_use, std::size_t period) {
    const auto found = std::ranges::find_if(workbook.stocks, [&](const WorkbookStock& stock) {
        return stock.land_use == land_use && (!stock.period || *stock.period == period);
    });
    if (found == workbook.stocks.end()) return std::nullopt;
    return static_cast<std::size_t>(found - workbook.stocks.begin());
}

}  // namespace reddline::inputs
