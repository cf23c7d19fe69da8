#pragma once

#include <cstdint>
#include <optional>

#include "domain/crosstab.hpp"

namespace reddline {

/// Room for products of areas and values, whose sums stay exact.
__extension__ using Uint128 = unsigned __int128;

/// Above-ground biomass is kept in whole hundredths of a tonne per hectare, so that sums do not depend on their order.
inline constexpr double biomass_units_per_tonne = 100.0;
/// A map that shows more than this on a whole pixel uses another unit, or a mark of no data that its file does not declare.
inline constexpr double most_biomass_t_per_ha = 2000.0;

/// What a biomass map says on one of its pixels.
struct BiomassValue {
    std::optional<std::int32_t> agb;        ///< above-ground biomass in 1/100 t/ha; nothing where the map has no data
    std::optional<std::int32_t> deviation;  ///< its standard deviation in 1/100 t/ha; nothing where it is not known
    friend bool operator==(const BiomassValue&, const BiomassValue&) = default;
};

/// A sum of squares of whole numbers, each less than 2^64, that cannot overflow.
class SumOfSquares {
public:
    void add(std::uint64_t root);
    SumOfSquares& operator+=(const SumOfSquares& other);
    [[nodiscard]] double value() const;

private:
    Uint128 low_ = 0;   // of the lower 64 bits of the squares
    Uint128 high_ = 0;  // of the upper ones
};

/// Exact sums over the forest of one stratum, added pixel by pixel of the biomass map.
class BiomassSums {
public:
    /// Adds all the stratum's forest that lies in one pixel of the biomass map.
    ///
    /// Errors: Error{unreadable_file} where that pixel is so large, 9,200 km2 or more, that squares are no longer exact.
    void add(const Tally& forest, const BiomassValue& value);
    BiomassSums& operator+=(const BiomassSums& other);

    /// The stratum's forest, with a value or not.
    [[nodiscard]] const Tally& forest() const { return forest_; }
    /// Its area that lies in pixels of the biomass map with a value.
    [[nodiscard]] std::int64_t valued_cm2() const { return valued_cm2_; }
    /// Its area with a value whose standard deviation is not known.
    [[nodiscard]] std::int64_t without_deviation_cm2() const { return without_deviation_cm2_; }
    /// Pixels of the biomass map with a value that hold any of it.
    [[nodiscard]] std::int64_t map_pixels() const { return map_pixels_; }

    // Of area x value and so on, in cm2 and 1/100 t/ha.
    [[nodiscard]] double agb() const { return static_cast<double>(agb_); }
    [[nodiscard]] double agb_squares() const { return static_cast<double>(agb_squares_); }
    [[nodiscard]] double deviations() const { return static_cast<double>(deviations_); }
    [[nodiscard]] double deviation_squares() const { return deviation_squares_.value(); }

private:
    Tally forest_;
    std::int64_t valued_cm2_ = 0;
    std::int64_t without_deviation_cm2_ = 0;
    std::int64_t map_pixels_ = 0;
    Uint128 agb_ = 0;          // of W v
    Uint128 agb_squares_ = 0;  // of W v^2
    Uint128 deviations_ = 0;   // of W s
    SumOfSquares deviation_squares_;
};

}  // namespace reddline
