#pragma once

#include <string>

#include "domain/sample_design.hpp"

namespace reddline::report {

/// Why a stratum has so many points, as it stands in tables: the name of the allocation, `floor` or `all pixels`.
[[nodiscard]] std::string reason_name(PointsReason reason, Allocation allocation);

/// The unit of a quantity as it stands in tables: `share` or `ha`.
[[nodiscard]] std::string unit_of(SampleQuantity quantity);

/// What a drawn sample is, in less than 40 lines: strata, points, and how well quantities are to be expected to be known.
[[nodiscard]] std::string sample_text(const SamplePlan& design, const SampleRules& rules, const Tally& left_out);

}  // namespace reddline::report
