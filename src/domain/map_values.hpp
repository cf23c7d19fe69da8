#pragma once

#include <cstddef>
#include <cstdint>

namespace reddline {

/// What the pixels of a map of loss by stratum say: marks below `step()`, and behind them, for every stratum, forest that stands and
/// forest lost in each year of the product.
///
/// A value is number x step + code: the number of the stratum from 1 on in the order of the legend, one past the last where the map
/// has none, and the code of the loss year, 0 = it stands. The step is the least where all values fit a byte, else 100 or more, so
/// that people can read the values.
class MapValues {
public:
    static constexpr std::uint16_t outside_zones = 0;
    static constexpr std::uint16_t not_forest = 1;       ///< in 2000, and no loss
    static constexpr std::uint16_t not_forest_lost = 2;  ///< not forest in 2000, and loss in any year
    static constexpr std::uint16_t not_counted = 3;      ///< excluded or rejected: no data, water, a code out of range

    /// Shapes: at most Legend::most_strata strata, and codes up to 250.
    MapValues(std::size_t strata, std::uint8_t last_code);

    [[nodiscard]] bool fit_byte() const { return largest() <= largest_byte; }
    [[nodiscard]] std::uint16_t step() const { return step_; }
    [[nodiscard]] std::size_t strata() const { return strata_; }
    [[nodiscard]] std::uint8_t last_code() const { return last_code_; }
    /// The value of a stratum's index, which is `strata()` where the map has none, and a loss code.
    [[nodiscard]] std::uint16_t of(std::size_t stratum, std::uint8_t code) const {
        return static_cast<std::uint16_t>((stratum + 1) * step_ + code);
    }
    [[nodiscard]] std::uint16_t largest() const { return of(strata_, last_code_); }

private:
    static constexpr std::uint16_t largest_byte = 255;

    std::size_t strata_;
    std::uint8_t last_code_;
    std::uint16_t step_;
};

/// What the pixels of a strata map say as it is written: 0 outside zones, the number of the stratum from 1 on in the order of the
/// legend, one past the last where the map has none.
struct StrataValues {
    static constexpr std::uint8_t outside_zones = 0;
    static constexpr std::uint8_t not_counted = 255;

    [[nodiscard]] static constexpr std::uint8_t of(std::size_t stratum) {
        return static_cast<std::uint8_t>(stratum + 1);
    }
};

}  // namespace reddline
