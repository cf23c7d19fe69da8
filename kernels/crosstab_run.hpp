#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace reddline::kernels {

/// Highest canopy cover that a bin exists for, in per cent.
inline constexpr std::uint8_t max_cover_pct = 100;

/// Neighbouring pixels of one row that share zones and strata; all spans hold the same W pixels.
struct LayerRun {
    std::span<const std::uint8_t> cover_pct;  ///< canopy cover in 2000, 0..100; 255 = no data
    std::span<const std::uint8_t> loss_code;  ///< 0 = no loss, k = lost in year k; 255 = no data
    std::span<const std::uint8_t> land;       ///< data mask: 1 land, 2 water, else no data; empty = no mask
};

/// Where each pixel of a run is added: cover x loss bins first, then one slot per way of not counting.
struct TallyShape {
    std::size_t last_loss_code = 0;  ///< the highest valid loss code

    [[nodiscard]] constexpr std::size_t loss_codes() const { return last_loss_code + 1; }
    [[nodiscard]] constexpr std::size_t bin(std::size_t cover_pct, std::size_t loss_code) const {
        return cover_pct * loss_codes() + loss_code;
    }
    [[nodiscard]] constexpr std::size_t counted_bins() const { return (max_cover_pct + std::size_t{1}) * loss_codes(); }
    [[nodiscard]] constexpr std::size_t no_data_loss() const { return counted_bins(); }
    [[nodiscard]] constexpr std::size_t no_data_cover() const { return counted_bins() + 1; }
    [[nodiscard]] constexpr std::size_t no_data_mask() const { return counted_bins() + 2; }
    [[nodiscard]] constexpr std::size_t water() const { return counted_bins() + 3; }
    [[nodiscard]] constexpr std::size_t beyond_last_year() const { return counted_bins() + 4; }
    [[nodiscard]] constexpr std::size_t cover_out_of_range() const { return counted_bins() + 5; }
    [[nodiscard]] constexpr std::size_t bins() const { return counted_bins() + 6; }
};

/// Adds a run to `pixels` and `area_cm2`; every pixel lands in exactly one bin.
///
/// The first reason that holds decides: mask no data, water, loss no data, cover no data, loss code beyond
/// the last year, cover above 100; otherwise the pixel is counted by its cover and loss code.
///
/// Shapes: `run` spans W pixels each; `pixel_area_cm2` holds one value for all, or W values; `pixels` and
///         `area_cm2` have shape.bins() entries.
/// Units:  pixels, and their area in cm2.
/// Errors: none, whatever the codes; the span sizes are the caller's promise.
/// Source: docs/equations.md, Eq. 2
void crosstab_run(const LayerRun& run, std::span<const std::int64_t> pixel_area_cm2, TallyShape shape,
                  std::span<std::int64_t> pixels, std::span<std::int64_t> area_cm2) noexcept;

}  // namespace reddline::kernels
