#pragma once

#include <vector>

#include "domain/sample_design.hpp"

namespace reddline::estimation {

/// How many points each stratum gets, and how well its targets are then known, as far as the expected shares hold.
///
/// Every stratum gets at least two points, without which it has no variance, or all its pixels. Nothing is expected that the rules do
/// not say.
///
/// Shapes: every stratum has pixels.
/// Errors: Error{audit_file} where an expected share is missing or speaks of no stratum, where more points are asked for than there
///         are pixels or than `most_sample_points`, where the points asked for are fewer than the least, and where they
///         miss a target.
/// Source: docs/equations.md, Eq. 9
[[nodiscard]] SamplePlan design_sample(std::vector<PixelStratum> strata, const SampleRules& rules);

}  // namespace reddline::estimation
