#include "kernels/crosstab_run.hpp"

namespace reddline::kernels {

namespace {

constexpr std::uint8_t no_data_code = 255;
constexpr std::uint8_t land_code = 1;
constexpr std::uint8_t water_code = 2;

/// The bin of a pixel that the data mask lets through.
std::size_t bin_on_land(std::uint8_t cover_pct, std::uint8_t loss_code, TallyShape shape) noexcept {
    if (cover_pct <= max_cover_pct && loss_code <= shape.last_loss_code && loss_code != no_data_code) {
        return shape.bin(cover_pct, loss_code);
    }
    if (loss_code == no_data_code) return shape.no_data_loss();
    if (cover_pct == no_data_code) return shape.no_data_cover();
    if (loss_code > shape.last_loss_code) return shape.beyond_last_year();
    return shape.cover_out_of_range();
}

}  // namespace

void crosstab_run(const LayerRun& run, std::span<const std::int64_t> pixel_area_cm2, TallyShape shape,
                  std::span<std::int64_t> pixels, std::span<std::int64_t> area_cm2) noexcept {
    const bool masked = !run.land.empty();
    const std::size_t area_step = pixel_area_cm2.size() == 1 ? 0 : 1;
    for (std::size_t i = 0; i < run.loss_code.size(); ++i) {
        std::size_t bin = 0;
        if (!masked || run.land[i] == land_code) {
            bin = bin_on_land(run.cover_pct[i], run.loss_code[i], shape);
        } else {
            bin = run.land[i] == water_code ? shape.water() : shape.no_data_mask();
        }
        ++pixels[bin];
        area_cm2[bin] += pixel_area_cm2[i * area_step];
    }
}

}  // namespace reddline::kernels
