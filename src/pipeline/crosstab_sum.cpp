#include "pipeline/crosstab_sum.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace reddline::pipeline {

namespace {

using kernels::TallyShape;

/// What became of the pixels in a bin; the first reason decides.
Outcome outcome_of(std::size_t bin, TallyShape shape) {
    if (bin == shape.water()) return Outcome::water;
    if (bin == shape.no_data_mask()) return Outcome::no_data_mask;
    const std::size_t loss = bin / TallyShape::covers;
    const std::size_t cover = bin % TallyShape::covers;
    if (loss == shape.no_data_loss()) return Outcome::no_data_loss;
    if (cover == TallyShape::no_data_cover) return Outcome::no_data_cover;
    if (loss == shape.beyond_last_year()) return Outcome::beyond_last_year;
    if (cover == TallyShape::cover_above_100) return Outcome::cover_out_of_range;
    return Outcome::counted;
}

void add_outcomes(const OutcomeTally& from, OutcomeTally& to) {
    for (std::size_t i = 0; i < outcome_count; ++i)
        to[i] += from[i];
}

}  // namespace

std::uint32_t CrosstabSum::number_of(const std::vector<std::uint16_t>& combination) {
    return combinations_.try_emplace(combination, static_cast<std::uint32_t>(combinations_.size())).first->second;
}

void CrosstabSum::add(std::uint32_t set, std::uint32_t combination, std::span<const std::uint64_t> packed,
                      const kernels::TallyPacking& packing) {
    Bins more;
    for (std::size_t bin = 0; bin < packed.size(); ++bin) {
        if (packed[bin] == 0) continue;
        more.push_back(
            {static_cast<std::uint32_t>(bin), {packing.pixels_in(packed[bin]), packing.area_cm2_in(packed[bin])}});
    }
    add(more, tables_[{set, combination}]);
}

void CrosstabSum::add(CrosstabSum other) {
    std::vector<std::uint32_t> number(other.combinations_.size());
    for (const auto& [combination, index] : other.combinations_)
        number[index] = number_of(combination);
    while (!other.tables_.empty()) {
        auto table = other.tables_.extract(other.tables_.begin());
        table.key().second = number[table.key().second];
        const auto place = tables_.insert(std::move(table));
        if (!place.inserted) add(place.node.mapped(), place.position->second);
    }
}

void CrosstabSum::add(std::uint32_t set, std::span<const CellTable> cells) {
    // Many cells have few strata, so that each is added up in the place of its bins.
    std::map<std::uint32_t, std::vector<Tally>> all;
    for (const CellTable& cell : cells) {
        for (const StrataTally& of_strata : cell) {
            std::vector<Tally>& tallies = all[number_of(of_strata.strata)];
            tallies.resize(shape_.bins());
            for (const BinTally& entry : of_strata.bins)
                tallies[entry.bin] += entry.tally;
        }
    }
    for (const auto& [combination, tallies] : all) {
        Bins more;
        for (std::size_t bin = 0; bin < tallies.size(); ++bin) {
            if (tallies[bin].pixels > 0) more.push_back({static_cast<std::uint32_t>(bin), tallies[bin]});
        }
        add(more, tables_[{set, combination}]);
    }
}

CellTable CrosstabSum::as_cell() const {
    std::vector<Bins> bins(combinations_.size());
    for (const auto& [key, more] : tables_)
        add(more, bins[key.second]);
    CellTable cell;
    for (const auto& [strata, number] : combinations_) {
        if (!bins[number].empty()) cell.push_back({strata, std::move(bins[number])});
    }
    return cell;
}

void CrosstabSum::add(const Bins& more, Bins& bins) {
    if (bins.empty()) {
        bins = more;
        return;
    }
    Bins merged;
    merged.reserve(bins.size() + more.size());
    std::ranges::merge(bins, more, std::back_inserter(merged), {}, &BinTally::bin, &BinTally::bin);
    bins.clear();
    for (const BinTally& next : merged) {
        if (!bins.empty() && bins.back().bin == next.bin) {
            bins.back().tally += next.tally;
        } else {
            bins.push_back(next);
        }
    }
}

std::map<std::uint32_t, CellTable> CrosstabSum::by_set() const {
    std::vector<const std::vector<std::uint16_t>*> strata(combinations_.size());
    for (const auto& [combination, number] : combinations_)
        strata[number] = &combination;
    std::map<std::uint32_t, CellTable> sets;
    for (const auto& [key, bins] : tables_)
        sets[key.first].push_back({*strata[key.second], bins});
    for (auto& [set, table] : sets)
        std::ranges::sort(table, {}, &StrataTally::strata);
    return sets;
}

std::int64_t CrosstabSum::pixels() const {
    std::int64_t pixels = 0;
    for (const auto& [key, bins] : tables_) {
        for (const BinTally& entry : bins)
            pixels += entry.tally.pixels;
    }
    return pixels;
}

Crosstab CrosstabSum::by_zone(std::size_t zones, std::size_t maps, const std::vector<std::vector<std::uint32_t>>& sets,
                              std::int64_t pixels_outside) const {
    std::vector<std::vector<std::uint16_t>> combinations;
    std::vector<std::uint32_t> place_of(combinations_.size());
    for (const auto& [combination, number] : combinations_) {
        place_of[number] = static_cast<std::uint32_t>(combinations.size());
        combinations.push_back(combination);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const Bins*>> parts;  // by zone and combination
    std::vector<OutcomeTally> zone_outcomes(zones);
    OutcomeTally all{};
    all[static_cast<std::size_t>(Outcome::outside_zones)].pixels = pixels_outside;
    std::size_t most_bins = 0;
    for (const auto& [key, bins] : tables_) {
        const OutcomeTally outcomes = outcomes_of(bins);
        add_outcomes(outcomes, all);
        for (const std::uint32_t zone : sets[key.first]) {
            add_outcomes(outcomes, zone_outcomes[zone]);
            parts[{zone, place_of[key.second]}].push_back(&bins);
            most_bins += bins.size();
        }
    }
    std::vector<Bin> bins;
    bins.reserve(most_bins);
    std::vector<Tally> tallies(shape_.bins());
    for (const auto& [key, of_zone] : parts) {
        for (const Bins* const part : of_zone) {
            for (const BinTally& entry : *part)
                tallies[entry.bin] += entry.tally;
        }
        take_counted(key.first, key.second, tallies, bins);
    }
    return {maps, std::move(combinations), std::move(bins), std::move(zone_outcomes), all};
}

OutcomeTally CrosstabSum::outcomes_of(const Bins& bins) const {
    OutcomeTally outcomes{};
    for (const BinTally& entry : bins)
        outcomes[static_cast<std::size_t>(outcome_of(entry.bin, shape_))] += entry.tally;
    return outcomes;
}

void CrosstabSum::take_counted(std::uint32_t zone, std::uint32_t combination, std::vector<Tally>& tallies,
                               std::vector<Bin>& bins) const {
    // In the order of the crosstab, so that millions of bins need no sorting afterwards.
    for (std::size_t cover = 0; cover <= kernels::max_cover_pct; ++cover) {
        for (std::size_t loss = 0; loss <= shape_.last_loss_code; ++loss) {
            const Tally& tally = tallies[shape_.bin(cover, loss)];
            if (tally.pixels == 0) continue;
            bins.push_back(
                {{zone, combination, static_cast<std::uint8_t>(cover), static_cast<std::uint8_t>(loss)}, tally});
        }
    }
    std::ranges::fill(tallies, Tally{});
}

}  // namespace reddline::pipeline
