#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "domain/crosstab.hpp"
#include "pipeline/block_tally.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// Adds up blocks; zone sets become zones once, at the end.
class CrosstabSum {
public:
    void add(const BlockTally& block);
    /// The table by zone: a pixel counts once for every zone of its set.
    [[nodiscard]] Crosstab by_zone(std::size_t zones, std::size_t maps, const raster::RunTable& runs) const;

private:
    std::map<std::vector<std::uint16_t>, std::uint32_t> combinations_;
    std::unordered_map<std::uint64_t, Tally> bins_;  // key: zone set, combination, cover, loss code
    std::map<std::uint32_t, OutcomeTally> set_outcomes_;
    Tally outside_;
};

}  // namespace reddline::pipeline
