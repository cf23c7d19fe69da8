#include "estimation/workbook_stock.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "estimation/product_sum.hpp"

namespace reddline::estimation {

namespace {

/// Pools by their names in the workbook and in factor tables.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> pool_names{{{"AGB", "above_ground"},
                                                                                   {"BGB", "below_ground"},
                                                                                   {"RS", "below_ground"},
                                                                                   {"DW", "dead_wood"},
                                                                                   {"LI", "litter"},
                                                                                   {"SOC", "soil"},
                                                                                   {"ALL", "total"},
                                                                                   {"DG_ratio", "total"}}};

std::string factor_name(std::string_view pool) {
    return std::string(std::ranges::find(pool_names, pool, [](const auto& names) { return names.first; })->second);
}

bool is_biomass(std::string_view pool) {
    return pool == "AGB" || pool == "BGB" || pool == "RS";
}

ProductSum carbon_of(const MocareddWorkbook& workbook, const WorkbookStock& stock, const WorkbookPool& pool) {
    const ProductSum own{{1.0, {pool.input}}};
    if (pool.pool == "DG_ratio") return product_of(1.0, own, density_of(workbook, workbook.stocks[*stock.intact]));
    InputProduct product{1.0, {pool.input}};
    if (pool.pool == "RS") product.inputs.push_back(std::ranges::find(stock.pools, "AGB", &WorkbookPool::pool)->input);
    if (is_biomass(pool.pool) && workbook.carbon_fraction) product.inputs.push_back(*workbook.carbon_fraction);
    return {product};
}

}  // namespace

std::vector<PoolCarbon> pools_of(const MocareddWorkbook& workbook, const WorkbookStock& stock) {
    std::vector<PoolCarbon> pools;
    for (const WorkbookPool& pool : stock.pools)
        pools.push_back({factor_name(pool.pool), carbon_of(workbook, stock, pool)});
    return pools;
}

ProductSum density_of(const MocareddWorkbook& workbook, const WorkbookStock& stock) {
    ProductSum density;
    for (const PoolCarbon& pool : pools_of(workbook, stock))
        add_terms(1.0, pool.density_tC_per_ha, density);
    return density;
}

}  // namespace reddline::estimation
