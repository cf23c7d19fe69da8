#include "estimation/workbook_stock.hpp"

#include <algorithm>
#include <string_view>

#include "estimation/product_sum.hpp"

namespace reddline::estimation {

namespace {

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

ProductSum density_of(const MocareddWorkbook& workbook, const WorkbookStock& stock) {
    ProductSum density;
    for (const WorkbookPool& pool : stock.pools)
        add_terms(1.0, carbon_of(workbook, stock, pool), density);
    return density;
}

}  // namespace reddline::estimation
