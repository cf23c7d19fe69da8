#include "domain/carbon_stock.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "domain/demonstration.hpp"

namespace reddline {

namespace {

/// The sums over the pools that were measured on the same plots, for every such set of plots; none where a pool has no plots.
std::vector<std::vector<PlotDensity>> sums_by_plots(const std::vector<PoolDensity>& pools) {
    std::vector<std::vector<PlotDensity>> sums;
    for (const PoolDensity& pool : pools) {
        if (pool.plots.empty()) return {};
        const auto same = std::ranges::find_if(
            sums, [&](const auto& sum) { return shared_plots(sum, pool.plots) == SharedPlots::all; });
        if (same == sums.end()) {
            sums.push_back(pool.plots);
            continue;
        }
        for (std::size_t i = 0; i < pool.plots.size(); ++i)
            (*same)[i].density += pool.plots[i].density;
    }
    return sums;
}

}  // namespace

TonnesCPerHa CarbonStock::density() const {
    TonnesCPerHa sum;
    for (const PoolDensity& pool : pools_)
        sum += pool.density;
    return sum;
}

std::vector<PlotDensity> CarbonStock::plot_totals() const {
    const auto sums = sums_by_plots(pools_);
    return sums.size() == 1 ? sums.front() : std::vector<PlotDensity>{};
}

std::optional<TonnesCPerHa> CarbonStock::standard_error() const {
    if (pools_.size() == 1) return pools_.front().standard_error;
    const auto sums = sums_by_plots(pools_);
    if (sums.empty()) return std::nullopt;
    double variance = 0.0;
    for (auto sum = sums.begin(); sum != sums.end(); ++sum) {
        const auto error = standard_error_of(*sum);
        if (!error) return std::nullopt;
        variance += error->value() * error->value();
        for (auto other = sums.begin(); other != sum; ++other) {
            if (shared_plots(*other, *sum) == SharedPlots::none) continue;
            variance += 2.0 * error->value() * standard_error_of(*other)->value();
        }
    }
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
