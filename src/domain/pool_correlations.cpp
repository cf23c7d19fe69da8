#include "domain/pool_correlations.hpp"

#include <algorithm>

namespace reddline {

namespace {

/// Gives groups that share some plots, directly or through others, one number.
void find_clusters(std::vector<PlotGroup>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i].cluster = i;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (std::size_t other = 0; other < i; ++other) {
            if (shared_plots(groups[i].sums, groups[other].sums) == SharedPlots::none) continue;
            const std::size_t from = groups[i].cluster;
            for (PlotGroup& group : groups) {
                if (group.cluster == from) group.cluster = groups[other].cluster;
            }
        }
    }
}

/// A pool, with how it goes together with the sum of its group.
struct MeasuredPool {
    std::size_t pool = 0;
    const PlotGroup* group = nullptr;
    double with_sum = 0.0;
};

}  // namespace

std::vector<PlotGroup> plot_groups(const std::vector<PoolDensity>& pools) {
    std::vector<PlotGroup> groups;
    for (std::size_t pool = 0; pool < pools.size(); ++pool) {
        const std::vector<PlotDensity>& plots = pools[pool].plots;
        if (plots.empty()) continue;
        const auto same = std::ranges::find_if(
            groups, [&](const PlotGroup& group) { return shared_plots(group.sums, plots) == SharedPlots::all; });
        if (same == groups.end()) {
            groups.push_back({{pool}, plots, 0});
            continue;
        }
        same->pools.push_back(pool);
        for (std::size_t i = 0; i < plots.size(); ++i)
            same->sums[i].density += plots[i].density;
    }
    find_clusters(groups);
    return groups;
}

std::vector<PoolCorrelation> pool_correlations(const CarbonStock& stock) {
    const std::vector<PoolDensity>& pools = stock.pools();
    const std::vector<PlotGroup> groups = plot_groups(pools);
    std::vector<MeasuredPool> measured;
    for (const PlotGroup& group : groups) {
        for (const std::size_t pool : group.pools)
            measured.push_back({pool, &group, correlation_of(pools[pool].plots, group.sums)});
    }
    std::vector<PoolCorrelation> correlations;
    for (auto one = measured.begin(); one != measured.end(); ++one) {
        for (auto other = one + 1; other != measured.end(); ++other) {
            if (one->group->cluster != other->group->cluster) continue;
            const double coefficient = one->group == other->group
                                           ? correlation_of(pools[one->pool].plots, pools[other->pool].plots)
                                           : one->with_sum * other->with_sum;
            if (coefficient != 0.0) correlations.push_back({one->pool, other->pool, coefficient});
        }
    }
    return correlations;
}

}  // namespace reddline
