#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "domain/crosstab.hpp"
#include "pipeline/map_painter.hpp"
#include "pipeline/sample_class_table.hpp"
#include "raster/block.hpp"
#include "raster/lattice_place.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// A pixel with the random number that its place gives it.
struct NumberedPixel {
    std::uint64_t number = 0;
    std::uint64_t place = 0;  ///< LatticePlace::number, which decides between equal numbers
    std::int64_t column = 0;  ///< of the grid
    std::int64_t row = 0;
    std::int64_t area_cm2 = 0;
    friend auto operator<=>(const NumberedPixel&, const NumberedPixel&) = default;
};

/// How pixels are numbered, and how many of them are kept.
struct SamplingRule {
    std::uint64_t seed = 0;
    raster::LatticePlace first_place;  ///< of the grid
    std::int64_t near_loss_pixels = 0;
    bool by_zone = false;
    std::size_t most_kept = 0;  ///< pixels of a stratum
};

/// Pixels of one stratum: all of them counted, and those with the smallest numbers.
class StratumSample {
public:
    void add(const NumberedPixel& pixel, std::size_t most_kept);
    /// Adds the pixels of another part.
    void add(const StratumSample& other, std::size_t most_kept);
    [[nodiscard]] const Tally& size() const { return size_; }
    /// Those kept, the smallest number first.
    [[nodiscard]] std::vector<NumberedPixel> sorted() const;

private:
    void keep(const NumberedPixel& pixel, std::size_t most_kept);

    Tally size_;
    std::vector<NumberedPixel> kept_;  // a heap, the largest number first
};

/// Gives the pixels of window after window to their strata: one thread's share of a pass.
///
/// A stratum's sample of n are its n pixels with the smallest numbers: a simple random sample without replacement, which depends on the
/// seed and the places of its pixels alone, and is part of every larger one.
class PixelSampler {
public:
    /// The table and the zones must outlive the sampler. A stratum is a class, or a class in one set of zones.
    PixelSampler(const SampleClassTable& classes, const raster::RunTable& zones, const SamplingRule& rule);

    /// Takes the pixels of the zones in `window`. The tile and the block may be larger; how far loss is looked for around the window is
    /// theirs to hold.
    void take(const raster::Window& window, const MapTile& tile, const raster::Block& block);
    /// Adds what another sampler of the same rule took.
    void add(const PixelSampler& other);

    /// Shapes: one entry per class of each set of zones, the classes of the first set first.
    [[nodiscard]] const std::vector<StratumSample>& strata() const { return strata_; }
    /// Pixels of the zones that are in no stratum.
    [[nodiscard]] const Tally& left_out() const { return left_out_; }

private:
    void find_near_loss(const MapTile& tile);

    const SampleClassTable* classes_;
    const raster::RunTable* zones_;
    SamplingRule rule_;
    std::vector<StratumSample> strata_;
    Tally left_out_;
    std::vector<std::uint16_t> class_of_;  // of the tile's pixels
    std::vector<std::uint8_t> is_loss_;
    std::vector<std::uint8_t> is_near_;
    std::vector<std::uint16_t> ages_;
};

}  // namespace reddline::pipeline
