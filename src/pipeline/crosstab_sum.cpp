#include "pipeline/crosstab_sum.hpp"

#include <utility>

namespace reddline::pipeline {

namespace {

constexpr std::uint64_t packed(const BinKey& key) {
    return (std::uint64_t{key.zone} << 40U) | (std::uint64_t{key.combination} << 16U) |
           (std::uint64_t{key.cover_pct} << 8U) | key.loss_code;
}

constexpr BinKey unpacked(std::uint64_t key) {
    return {static_cast<std::uint32_t>(key >> 40U), static_cast<std::uint32_t>((key >> 16U) & 0xFFFFFFU),
            static_cast<std::uint8_t>((key >> 8U) & 0xFFU), static_cast<std::uint8_t>(key & 0xFFU)};
}

void add_outcomes(const OutcomeTally& from, OutcomeTally& to) {
    for (std::size_t i = 0; i < outcome_count; ++i)
        to[i] += from[i];
}

}  // namespace

void CrosstabSum::add(const BlockTally& block) {
    std::vector<std::uint32_t> index;
    index.reserve(block.combinations.size());
    for (const auto& combination : block.combinations) {
        index.push_back(
            combinations_.try_emplace(combination, static_cast<std::uint32_t>(combinations_.size())).first->second);
    }
    for (const Bin& bin : block.bins) {
        BinKey key = bin.key;
        key.combination = index[key.combination];
        bins_[packed(key)] += bin.tally;
    }
    for (const auto& [set, outcomes] : block.set_outcomes)
        add_outcomes(outcomes, set_outcomes_[set]);
    outside_ += block.outside;
}

Crosstab CrosstabSum::by_zone(std::size_t zones, std::size_t maps, const raster::RunTable& runs) const {
    std::vector<std::vector<std::uint16_t>> combinations(combinations_.size());
    for (const auto& [combination, index] : combinations_)
        combinations[index] = combination;
    std::vector<Bin> bins;
    bins.reserve(bins_.size());
    for (const auto& [key, tally] : bins_) {
        Bin bin{unpacked(key), tally};
        for (const std::uint32_t zone : runs.sets()[unpacked(key).zone]) {
            bin.key.zone = zone;
            bins.push_back(bin);
        }
    }
    std::vector<OutcomeTally> zone_outcomes(zones);
    OutcomeTally all{};
    all[static_cast<std::size_t>(Outcome::outside_zones)] += outside_;
    for (const auto& [set, outcomes] : set_outcomes_) {
        add_outcomes(outcomes, all);
        for (const std::uint32_t zone : runs.sets()[set])
            add_outcomes(outcomes, zone_outcomes[zone]);
    }
    return {maps, std::move(combinations), std::move(bins), std::move(zone_outcomes), all};
}

}  // namespace reddline::pipeline
