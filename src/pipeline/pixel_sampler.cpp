#include "pipeline/pixel_sampler.hpp"

#include <algorithm>

#include "estimation/counter_random.hpp"
#include "kernels/near_marks.hpp"
#include "pipeline/layer_pixels.hpp"

namespace reddline::pipeline {

namespace {

/// The variable of `random_bits` that the numbers of pixels are; the order of points is another.
constexpr std::uint32_t number_of_pixel = 0;

}  // namespace

void StratumSample::add(const NumberedPixel& pixel, std::size_t most_kept) {
    size_ += {1, pixel.area_cm2};
    keep(pixel, most_kept);
}

void StratumSample::add(const StratumSample& other, std::size_t most_kept) {
    size_ += other.size_;
    for (const NumberedPixel& pixel : other.kept_)
        keep(pixel, most_kept);
}

std::vector<NumberedPixel> StratumSample::sorted() const {
    std::vector<NumberedPixel> all = kept_;
    std::ranges::sort(all);
    return all;
}

void StratumSample::keep(const NumberedPixel& pixel, std::size_t most_kept) {
    if (kept_.size() == most_kept) {
        if (kept_.empty() || pixel >= kept_.front()) return;
        std::ranges::pop_heap(kept_);
        kept_.pop_back();
    }
    kept_.push_back(pixel);
    std::ranges::push_heap(kept_);
}

PixelSampler::PixelSampler(const SampleClassTable& classes, const raster::RunTable& zones, const SamplingRule& rule)
    : classes_{&classes},
      zones_{&zones},
      rule_{rule},
      strata_(classes.classes().size() * (rule.by_zone ? zones.sets().size() : 1)) {}

void PixelSampler::take(const raster::Window& window, const MapTile& tile, const raster::Block& block) {
    classes_->classify(tile, class_of_);
    if (rule_.near_loss_pixels > 0) find_near_loss(tile);
    zones_->for_each(window, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
        const std::span<const std::int64_t> areas_cm2 = areas_of(block, row, first, end);
        const std::size_t first_of_set = rule_.by_zone ? set * classes_->classes().size() : 0;
        for (std::int64_t column = first; column < end; ++column) {
            const std::int64_t area_cm2 =
                areas_cm2[areas_cm2.size() == 1 ? 0 : static_cast<std::size_t>(column - first)];
            const std::uint16_t sample_class = class_of_[raster::index_in(tile.window, row, column)];
            if (sample_class == SampleClassTable::none) {
                left_out_ += {1, area_cm2};
                continue;
            }
            const std::uint64_t place = rule_.first_place.moved(column, row).number();
            const std::uint64_t number = estimation::random_bits(rule_.seed, place, number_of_pixel);
            strata_[first_of_set + sample_class].add({number, place, column, row, area_cm2}, rule_.most_kept);
        }
    });
}

void PixelSampler::add(const PixelSampler& other) {
    for (std::size_t i = 0; i < strata_.size(); ++i)
        strata_[i].add(other.strata_[i], rule_.most_kept);
    left_out_ += other.left_out_;
}

/// Moves the forest around loss into classes of its own.
void PixelSampler::find_near_loss(const MapTile& tile) {
    is_loss_.resize(class_of_.size());
    std::ranges::transform(class_of_, is_loss_.begin(), [&](std::uint16_t one) {
        return static_cast<std::uint8_t>(one != SampleClassTable::none && classes_->is_loss(one) ? 1 : 0);
    });
    is_near_.resize(class_of_.size());
    ages_.resize(static_cast<std::size_t>(tile.window.columns));
    kernels::near_marks(is_loss_, ages_.size(), static_cast<std::uint16_t>(rule_.near_loss_pixels), ages_, is_near_);
    for (std::size_t i = 0; i < class_of_.size(); ++i) {
        if (is_near_[i] != 0 && class_of_[i] != SampleClassTable::none)
            class_of_[i] = classes_->near_loss(class_of_[i]);
    }
}

}  // namespace reddline::pipeline
