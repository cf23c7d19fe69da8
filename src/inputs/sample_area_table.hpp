#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/reference_sample.hpp"

namespace reddline::inputs {

/// Reads the sizes of the strata of a sample: class,area_ha[,pixels][,zone].
///
/// `total` is what the areas must add up to, to a part in 10,000, where it is given.
/// Errors: Error{table_malformed} for a negative area or number of pixels, a stratum named twice, pixels or zones that only
///         some lines have, no area at all, or another total.
[[nodiscard]] std::vector<SampledStratum> parse_sample_areas(std::string_view text, const std::string& name,
                                                             std::optional<Hectares> total);

}  // namespace reddline::inputs
