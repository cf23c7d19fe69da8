#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace reddline {

/// Pixels and their area, both exact.
struct Tally {
    std::int64_t pixels = 0;
    std::int64_t area_cm2 = 0;

    constexpr Tally& operator+=(const Tally& other) {
        pixels += other.pixels;
        area_cm2 += other.area_cm2;
        return *this;
    }
    friend constexpr Tally operator+(Tally a, const Tally& b) { return a += b; }
    friend constexpr auto operator<=>(const Tally&, const Tally&) = default;
};

/// Where a pixel that was read ended up; every pixel has exactly one outcome.
enum class Outcome : std::uint8_t {
    counted,             ///< it is in a bin of the crosstab
    outside_zones,       ///< excluded: its centre is in no zone
    no_data_loss,        ///< excluded: no loss-year value
    no_data_cover,       ///< excluded: no canopy cover value
    no_data_mask,        ///< excluded: the data mask has no data there
    water,               ///< excluded: the data mask says water
    beyond_last_year,    ///< rejected: a loss code beyond the product's last year
    cover_out_of_range,  ///< rejected: a canopy cover above 100 per cent
};
inline constexpr std::size_t outcome_count = 8;

/// The outcome as it stands in tables, for example `outside_zones`.
[[nodiscard]] std::string_view to_string(Outcome outcome);

/// All outcomes in table order.
[[nodiscard]] const std::array<Outcome, outcome_count>& all_outcomes();

/// Pixels by outcome.
using OutcomeTally = std::array<Tally, outcome_count>;

/// One bin of the crosstab, without its tally.
struct BinKey {
    std::uint32_t zone = 0;         ///< index into the zone list
    std::uint32_t combination = 0;  ///< index into Crosstab::combinations
    std::uint8_t cover_pct = 0;     ///< canopy cover in 2000, 0..100
    std::uint8_t loss_code = 0;     ///< 0 = no loss, k = lost in year k of the product
    friend constexpr auto operator<=>(const BinKey&, const BinKey&) = default;
};

/// One bin of the crosstab.
struct Bin {
    BinKey key;
    Tally tally;
    friend constexpr auto operator<=>(const Bin&, const Bin&) = default;
};

/// Mapped pixels and their area by zone, strata, canopy cover and loss year: what the maps say (Eq. 2).
///
/// The same pixels always give the same table, whatever the order in which they were counted: bins are sorted
/// and unique, and combinations are sorted.
class Crosstab {
public:
    /// An empty table for `zones` zones and `maps` strata maps.
    Crosstab(std::size_t zones, std::size_t maps) : maps_{maps}, zone_outcomes_(zones) {}

    /// Builds from bins in any order, whose combination indexes `combinations`; equal keys are added up.
    ///
    /// Shapes: every combination holds `maps` stratum indexes; `zone_outcomes` has one entry per zone, in which a pixel
    ///         counts once for every zone it lies in; `all_outcomes` counts every pixel that was read once.
    Crosstab(std::size_t maps, std::vector<std::vector<std::uint16_t>> combinations, std::vector<Bin> bins,
             std::vector<OutcomeTally> zone_outcomes, const OutcomeTally& all_outcomes);

    [[nodiscard]] std::size_t maps() const { return maps_; }
    [[nodiscard]] std::size_t zones() const { return zone_outcomes_.size(); }
    /// Stratum index per map, for every combination of strata that a bin has. Where a map has no stratum, its index is
    /// the number of that map's strata, one past the last.
    [[nodiscard]] const std::vector<std::vector<std::uint16_t>>& combinations() const { return combinations_; }
    /// Non-empty bins in key order.
    [[nodiscard]] const std::vector<Bin>& bins() const { return bins_; }
    /// Outcomes of the pixels inside one zone.
    [[nodiscard]] const OutcomeTally& zone_outcome(std::size_t zone) const { return zone_outcomes_.at(zone); }
    /// Outcomes of all pixels read, each once.
    [[nodiscard]] const OutcomeTally& outcomes() const { return outcomes_; }
    /// Pixels read: the sum over all outcomes.
    [[nodiscard]] std::int64_t pixels_read() const;

    friend bool operator==(const Crosstab&, const Crosstab&) = default;

private:
    std::size_t maps_ = 0;
    std::vector<std::vector<std::uint16_t>> combinations_;
    std::vector<Bin> bins_;
    std::vector<OutcomeTally> zone_outcomes_;
    OutcomeTally outcomes_{};
};

/// The crosstab for one minimum patch area; 0 means no patch filter.
struct CrosstabOfArea {
    double min_area_ha = 0.0;
    Crosstab crosstab;
    friend bool operator==(const CrosstabOfArea&, const CrosstabOfArea&) = default;
};

}  // namespace reddline
