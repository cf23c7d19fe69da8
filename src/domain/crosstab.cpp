#include "domain/crosstab.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace reddline {

std::string_view to_string(Outcome outcome) {
    switch (outcome) {
        case Outcome::counted:
            return "counted";
        case Outcome::outside_zones:
            return "outside_zones";
        case Outcome::no_data_loss:
            return "no_data_loss";
        case Outcome::no_data_cover:
            return "no_data_cover";
        case Outcome::no_data_mask:
            return "no_data_mask";
        case Outcome::water:
            return "water";
        case Outcome::beyond_last_year:
            return "beyond_last_year";
        case Outcome::cover_out_of_range:
            return "cover_out_of_range";
    }
    return "counted";
}

const std::array<Outcome, outcome_count>& all_outcomes() {
    static constexpr std::array<Outcome, outcome_count> outcomes{
        Outcome::counted,      Outcome::outside_zones, Outcome::no_data_loss,     Outcome::no_data_cover,
        Outcome::no_data_mask, Outcome::water,         Outcome::beyond_last_year, Outcome::cover_out_of_range,
    };
    return outcomes;
}

namespace {

/// Sorts the bins by their keys, and adds up those of one key; in place, since there may be millions.
void merge_bins(std::vector<Bin>& bins) {
    if (!std::ranges::is_sorted(bins, {}, &Bin::key)) std::ranges::sort(bins, {}, &Bin::key);
    auto last = bins.begin();
    for (auto bin = bins.begin(); bin != bins.end(); ++bin) {
        if (bin == last) continue;
        if (last->key == bin->key) {
            last->tally += bin->tally;
        } else {
            *++last = *bin;
        }
    }
    if (!bins.empty()) bins.erase(last + 1, bins.end());
}

}  // namespace

Crosstab::Crosstab(std::size_t maps, std::vector<std::vector<std::uint16_t>> combinations, std::vector<Bin> bins,
                   std::vector<OutcomeTally> zone_outcomes, const OutcomeTally& all_outcomes)
    : maps_{maps}, zone_outcomes_{std::move(zone_outcomes)}, outcomes_{all_outcomes} {
    std::erase_if(bins, [](const Bin& bin) { return bin.tally == Tally{}; });
    // A combination that only uncounted pixels show is not in the tables either, so it must not number the others.
    std::vector<bool> occurs(combinations.size());
    for (const Bin& bin : bins)
        occurs[bin.key.combination] = true;
    std::vector<std::uint32_t> order(combinations.size());
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](std::uint32_t original) { return !occurs[original]; });
    std::ranges::sort(order, [&](auto a, auto b) { return combinations[a] < combinations[b]; });
    std::vector<std::uint32_t> sorted_index(combinations.size());
    for (const std::uint32_t original : order) {
        assert(combinations[original].size() == maps_);
        if (combinations_.empty() || combinations_.back() != combinations[original]) {
            combinations_.push_back(std::move(combinations[original]));
        }
        sorted_index[original] = static_cast<std::uint32_t>(combinations_.size() - 1);
    }
    for (Bin& bin : bins)
        bin.key.combination = sorted_index[bin.key.combination];
    merge_bins(bins);
    bins_ = std::move(bins);
}

std::int64_t Crosstab::pixels_read() const {
    return std::accumulate(outcomes_.begin(), outcomes_.end(), std::int64_t{0},
                           [](std::int64_t sum, const Tally& tally) { return sum + tally.pixels; });
}

}  // namespace reddline
