#include "domain/carbon_stock.hpp"

#include <algorithm>
#include <cmath>

#include "domain/demonstration.hpp"
#include "domain/pool_correlations.hpp"

namespace reddline {

TonnesCPerHa CarbonStock::density() const {
    TonnesCPerHa sum;
    for (const PoolDensity& pool : pools_)
        sum += pool.density;
    return sum;
}

std::vector<PlotDensity> CarbonStock::plot_totals() const {
    const std::vector<PlotGroup> groups = plot_groups(pools_);
    const bool is_whole = groups.size() == 1 && groups.front().pools.size() == pools_.size();
    return is_whole ? groups.front().sums : std::vector<PlotDensity>{};
}

std::optional<TonnesCPerHa> CarbonStock::standard_error() const {
    if (pools_.size() == 1) return pools_.front().standard_error;
    if (std::ranges::any_of(pools_, [](const PoolDensity& pool) { return pool.plots.empty(); })) return std::nullopt;
    const std::vector<PlotGroup> groups = plot_groups(pools_);
    std::vector<double> of_clusters(groups.size());
    for (const PlotGroup& group : groups) {
        const auto error = standard_error_of(group.sums);
        if (!error) return std::nullopt;
        of_clusters[group.cluster] += error->value();
    }
    double variance = 0.0;
    for (const double error : of_clusters)
        variance += error * error;
    return TonnesCPerHa::of(std::sqrt(variance));
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
