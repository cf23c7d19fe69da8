#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/units.hpp"

namespace reddline {

/// Carbon density of one pool of one stratum, with where it comes from.
struct PoolDensity {
    std::string pool;  ///< "total", or a pool such as "above_ground"
    TonnesCPerHa density;
    std::optional<TonnesCPerHa> standard_error;
    std::string source;
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
