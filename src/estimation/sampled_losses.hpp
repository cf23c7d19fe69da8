#pragma once

#include <vector>

#include "domain/sample_evidence.hpp"

namespace reddline::estimation {

/// The losses that follow from `changes`, for the whole area of the sample and each of its zones, by forest type and what it
/// became.
///
/// Classes that are the same loss are estimated as one class, since their estimates are not independent.
/// Source: docs/equations.md, Eq. 7, 8
[[nodiscard]] std::vector<SampledLoss> sampled_losses(const ReferenceSample& sample,
                                                      const std::vector<SampledChange>& changes);

/// The same whatever the forest became.
[[nodiscard]] std::vector<SampledLoss> sampled_sums(const ReferenceSample& sample,
                                                    const std::vector<SampledChange>& changes);

}  // namespace reddline::estimation
