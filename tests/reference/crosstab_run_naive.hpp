#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "kernels/crosstab_run.hpp"

namespace reddline::reference {

/// Pixels and area by bin; bins that no pixel fell into are absent.
using TallyByBin = std::map<std::size_t, std::pair<std::int64_t, std::int64_t>>;

/// The naive twin of kernels::crosstab_run: the reasons in the order in which its header lists them, one
/// pixel at a time.
inline TallyByBin crosstab_run_naive(const kernels::LayerRun& run, std::span<const std::int64_t> pixel_area_cm2,
                                     kernels::TallyShape shape) {
    const auto bin_of = [&](std::size_t i) {
        const bool masked = !run.land.empty();
        if (masked && run.land[i] != 1 && run.land[i] != 2) return shape.no_data_mask();
        if (masked && run.land[i] == 2) return shape.water();
        if (run.loss_code[i] == 255) return shape.no_data_loss();
        if (run.cover_pct[i] == 255) return shape.no_data_cover();
        if (run.loss_code[i] > shape.last_loss_code) return shape.beyond_last_year();
        if (run.cover_pct[i] > 100) return shape.cover_out_of_range();
        return std::size_t{run.cover_pct[i]} * (shape.last_loss_code + 1) + run.loss_code[i];
    };
    TallyByBin tally;
    for (std::size_t i = 0; i < run.cover_pct.size(); ++i) {
        auto& [pixels, area_cm2] = tally[bin_of(i)];
        pixels += 1;
        area_cm2 += pixel_area_cm2.size() == 1 ? pixel_area_cm2[0] : pixel_area_cm2[i];
    }
    return tally;
}

}  // namespace reddline::reference
