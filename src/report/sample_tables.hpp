#pragma once

#include <string>
#include <vector>

#include "domain/sample_design.hpp"

namespace reddline::report {

/// sample_design.csv: the strata of a sample, and how many points each of them got.
[[nodiscard]] std::string sample_design_csv(const SamplePlan& design, Allocation allocation);

/// sample_areas.csv: the sizes of the strata, as estimates of areas take them.
[[nodiscard]] std::string sample_areas_csv(const SamplePlan& design);

/// sample_precision.csv: how well each quantity is to be expected to be known.
[[nodiscard]] std::string sample_precision_csv(const SamplePlan& design);

/// points.csv: the key to the points, with their strata and classes, for those who analyse them.
[[nodiscard]] std::string points_csv(const SamplePlan& design, const std::vector<SamplePoint>& points);

/// collect_earth.csv: the points for those who look at them, as Collect Earth reads them.
[[nodiscard]] std::string collect_earth_csv(const std::vector<SamplePoint>& points);

}  // namespace reddline::report
