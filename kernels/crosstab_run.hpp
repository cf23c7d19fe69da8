#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "kernels/layer_changes.hpp"

namespace reddline::kernels {

/// Highest canopy cover that a bin exists for, in per cent.
inline constexpr std::uint8_t max_cover_pct = 100;

/// What each byte of a layer stands for.
using CodeTable = std::array<std::uint8_t, 256>;

/// Neighbouring pixels of one row that lie in the same zones, as stored: each layer begins at its first pixel.
struct LayerRun {
    std::size_t pixels = 0;
    const std::uint8_t* cover_pct = nullptr;  ///< canopy cover in 2000
    const std::uint8_t* loss_code = nullptr;  ///< year of loss
    const std::uint8_t* land = nullptr;       ///< data mask; null = no mask
    LayerPointers strata;                     ///< of each strata map
    /// Canopy cover that the patch filter leaves, in per cent; null = no filter.
    const std::uint8_t* opened_pct = nullptr;
};

/// How far a run has been counted.
struct RunCursor {
    std::size_t next = 0;   ///< the first pixel that is not yet counted
    std::size_t group = 0;  ///< where the group of pixels begins that `ends` speaks of
    Changes ends;           ///< of the group, those behind `next`
};

/// Where each pixel of a run is added: a row of covers per loss code, and one slot per way of not counting.
struct TallyShape {
    std::size_t last_loss_code = 0;  ///< the highest valid loss code

    /// Covers 0..100, a cover above 100, and no cover.
    static constexpr std::size_t covers = max_cover_pct + std::size_t{3};
    static constexpr std::size_t cover_above_100 = max_cover_pct + std::size_t{1};
    static constexpr std::size_t no_data_cover = max_cover_pct + std::size_t{2};

    /// Loss codes 0..last, a code beyond the last, and no loss data.
    [[nodiscard]] constexpr std::size_t losses() const { return last_loss_code + 3; }
    [[nodiscard]] constexpr std::size_t beyond_last_year() const { return last_loss_code + 1; }
    [[nodiscard]] constexpr std::size_t no_data_loss() const { return last_loss_code + 2; }
    [[nodiscard]] constexpr std::size_t bin(std::size_t cover, std::size_t loss) const { return loss * covers + cover; }
    [[nodiscard]] constexpr std::size_t water() const { return losses() * covers; }
    [[nodiscard]] constexpr std::size_t no_data_mask() const { return losses() * covers + 1; }
    [[nodiscard]] constexpr std::size_t bins() const { return losses() * covers + 2; }
};

/// The bin of a pixel from its bytes, ready to be looked up.
class PixelBins {
public:
    /// The tables give the codes of the bytes: cover 0..100, 255 = no data; loss code 0 = none, k = lost in year k,
    /// 255 = no data; land 1, water 2, else no data.
    PixelBins(TallyShape shape, const CodeTable& cover_pct, const CodeTable& loss_code, const CodeTable& land) noexcept;

    [[nodiscard]] std::size_t on_land(std::uint8_t cover, std::uint8_t loss) const noexcept {
        return std::size_t{loss_[loss]} + cover_[cover];
    }
    [[nodiscard]] std::size_t of(std::uint8_t cover, std::uint8_t loss, std::uint8_t land) const noexcept {
        return off_land_[land] == 0 ? on_land(cover, loss) : off_land_[land];
    }
    /// Where a pixel of this bin goes when the patch filter leaves so much of its cover; only a cover up to 100 on land
    /// moves.
    [[nodiscard]] std::size_t opened(std::size_t bin, std::uint8_t cover, std::uint8_t opened_pct) const noexcept {
        return bin < first_off_land_ && cover_[cover] <= max_cover_pct ? bin - cover_[cover] + opened_pct : bin;
    }

private:
    std::size_t first_off_land_;
    std::array<std::uint16_t, 256> loss_;      // the first bin of the loss code
    std::array<std::uint8_t, 256> cover_;      // the place of the cover among the bins of a loss code
    std::array<std::uint16_t, 256> off_land_;  // the bin of a byte that is not land; 0 = land
};

/// Pixels and their area in one number, so that one addition counts both.
class TallyPacking {
public:
    /// A packing for pixels of up to this area.
    explicit TallyPacking(std::int64_t largest_pixel_cm2) noexcept;

    [[nodiscard]] std::int64_t largest_pixel_cm2() const noexcept { return largest_pixel_cm2_; }
    /// Pixels that a bin can hold before it must be unpacked.
    [[nodiscard]] std::int64_t most_pixels() const noexcept { return most_pixels_; }
    /// One pixel of this area.
    [[nodiscard]] std::uint64_t pixel(std::int64_t area_cm2) const noexcept {
        return (std::uint64_t{1} << area_bits_) + static_cast<std::uint64_t>(area_cm2);
    }
    [[nodiscard]] std::int64_t pixels_in(std::uint64_t packed) const noexcept {
        return static_cast<std::int64_t>(packed >> area_bits_);
    }
    [[nodiscard]] std::int64_t area_cm2_in(std::uint64_t packed) const noexcept {
        return static_cast<std::int64_t>(packed & ((std::uint64_t{1} << area_bits_) - 1));
    }

private:
    std::int64_t largest_pixel_cm2_;
    int area_bits_;
    std::int64_t most_pixels_;
};

/// Adds the pixels of a run from the cursor on to the packed bins, up to where any strata map changes its byte, and moves
/// the cursor there; every pixel lands in exactly one bin.
///
/// The first reason that holds decides: mask no data, water, loss no data, cover no data, loss code beyond
/// the last year, cover above 100; otherwise the pixel is counted by its cover and loss code. With a patch filter,
/// every pixel is counted a second time, by the cover that the filter leaves.
///
/// Shapes: the layers of `run` hold `pixels` values each; `pixel_area_cm2` holds one value for all, or one each;
///         `packed` has the bins of the shape that `bins` was made for, and with a patch filter as many again.
/// Units:  pixels, and their area in cm2.
/// Errors: none, whatever the codes; sizes, a run that is not empty, and no more than packing.most_pixels() in any bin are
///         the caller's promise.
/// Source: docs/equations.md, Eq. 2
void crosstab_run(const LayerRun& run, FindChanges find_changes, const PixelBins& bins,
                  std::span<const std::int64_t> pixel_area_cm2, const TallyPacking& packing, RunCursor& cursor,
                  std::span<std::uint64_t> packed) noexcept;

}  // namespace reddline::kernels
