#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Makes carbon factors from a map of above-ground biomass: the mean of each stratum over the forest of the zones, with the two
/// bounds of its standard error. Returns the exit code.
///
/// Errors: Error{audit_file} without [biomass]; Error{zone_unknown}; those of open_rasters, gdal_io::BiomassMap and
///         pipeline::sum_biomass; Error{factor_missing} where the table of root ratios lacks a forest stratum.
[[nodiscard]] int biomass(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
