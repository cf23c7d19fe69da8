#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/plot_mean.hpp"
#include "domain/units.hpp"

namespace reddline {

/// Carbon density of one pool of one stratum, with where it comes from.
struct PoolDensity {
    std::string pool;  ///< "total", or a pool such as "above_ground"
    TonnesCPerHa density;
    std::optional<TonnesCPerHa> standard_error;
    std::string source;
    std::vector<PlotDensity> plots{};  ///< sorted by name, whose mean it is; empty where it is given as it is
};

/// Carbon density of a stratum over its pools (Eq. 10).
class CarbonStock {
public:
    void add(PoolDensity pool) { pools_.push_back(std::move(pool)); }
    [[nodiscard]] const std::vector<PoolDensity>& pools() const { return pools_; }
    /// Sum over the pools.
    ///
    /// Source: docs/equations.md, Eq. 10
    [[nodiscard]] TonnesCPerHa density() const;
    /// The sums over the pools, plot by plot; empty unless every pool was measured on the same plots.
    [[nodiscard]] std::vector<PlotDensity> plot_totals() const;
    /// Standard error of the density. Nothing where a pool has none, or where several pools are given without plots, since
    /// nothing then says how far their errors go together.
    ///
    /// Source: docs/equations.md, Means of plots
    [[nodiscard]] std::optional<TonnesCPerHa> standard_error() const;
    /// True when any pool's source marks a demonstration value.
    [[nodiscard]] bool is_demonstration() const;
    /// The distinct sources of the pools, joined with "; ".
    [[nodiscard]] std::string source() const;

private:
    std::vector<PoolDensity> pools_;
};

/// Carbon stock of every stratum that has one, by stratum name.
struct CarbonTable {
    std::string name;  ///< file name without folder; the name of this factor set
    std::map<std::string, CarbonStock> stocks;

    [[nodiscard]] const CarbonStock* find(const std::string& stratum) const;
    /// True when any stock is a demonstration value.
    [[nodiscard]] bool is_demonstration() const;
};

}  // namespace reddline
