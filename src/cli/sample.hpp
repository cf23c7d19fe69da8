#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// The points of a sample for those who look at them.
inline constexpr const char* points_geopackage = "points.gpkg";

/// Designs the sample that [sample_design] asks for, draws its points from the pixels that the audit counts, and writes both. Returns
/// the exit code.
///
/// Errors: those of open_rasters, pipeline::draw_pixels, estimation::design_sample and OutputDirectory; Error{audit_file} without a
///         design; Error{zone_empty} where no pixel can be drawn.
[[nodiscard]] int sample(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
