#include "domain/carbon_stock.hpp"

#include <algorithm>

#include "domain/demonstration.hpp"

namespace reddline {

TonnesCPerHa CarbonStock::density() const {
    TonnesCPerHa sum;
    for (const PoolDensity& pool : pools_)
        sum += pool.density;
    return sum;
}

bool CarbonStock::is_demonstration() const {
    return std::ranges::any_of(pools_, [](const PoolDensity& pool) { return reddline::is_demonstration(pool.source); });
}

std::string CarbonStock::source() const {
    std::string joined;
    std::vector<std::string> seen;
    for (const PoolDensity& pool : pools_) {
        if (std::ranges::find(seen, pool.source) != seen.end()) continue;
        seen.push_back(pool.source);
        joined += (joined.empty() ? "" : "; ") + pool.source;
    }
    return joined;
}

const CarbonStock* CarbonTable::find(const std::string& stratum) const {
    const auto found = stocks.find(stratum);
    return found == stocks.end() ? nullptr : &found->second;
}

bool CarbonTable::is_demonstration() const {
    return std::ranges::any_of(stocks, [](const auto& entry) { return entry.second.is_demonstration(); });
}

}  // namespace reddline
