#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "kernels/crosstab_run.hpp"

namespace reddline::reference {

/// Pixels and area by bin; bins that no pixel fell into are absent.
using TallyByBin = std::map<std::size_t, std::pair<std::int64_t, std::int64_t>>;

/// The bin of a pixel from its codes: the reasons in the order in which the kernel's header lists them.
inline std::size_t bin_of_naive(std::uint8_t cover_pct, std::uint8_t loss_code, std::uint8_t land,
                                kernels::TallyShape shape) {
    if (land == 2) return shape.water();
    if (land != 1) return shape.no_data_mask();
    const std::size_t cover = cover_pct == 255  ? shape.no_data_cover
                              : cover_pct > 100 ? shape.cover_above_100
                                                : cover_pct;
    if (loss_code == 255) return shape.bin(cover, shape.no_data_loss());
    if (loss_code > shape.last_loss_code) return shape.bin(cover, shape.beyond_last_year());
    return shape.bin(cover, loss_code);
}

/// The naive twin of kernels::crosstab_run for the pixels [first, end) of a run whose bytes are codes, one at a time.
inline void crosstab_run_naive(const kernels::LayerRun& run, std::size_t first, std::size_t end,
                               std::span<const std::int64_t> pixel_area_cm2, kernels::TallyShape shape,
                               TallyByBin& tally) {
    for (std::size_t i = first; i < end; ++i) {
        const std::uint8_t land = run.land == nullptr ? std::uint8_t{1} : run.land[i];
        auto& [pixels, area_cm2] = tally[bin_of_naive(run.cover_pct[i], run.loss_code[i], land, shape)];
        pixels += 1;
        area_cm2 += pixel_area_cm2.size() == 1 ? pixel_area_cm2[0] : pixel_area_cm2[i];
    }
}

}  // namespace reddline::reference
