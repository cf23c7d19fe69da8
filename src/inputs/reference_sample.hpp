#pragma once

#include <string_view>

#include "domain/reference_sample.hpp"
#include "inputs/audit_file.hpp"

namespace reddline::inputs {

/// Makes the sample of [sample] from the text of its table of areas and that of its matrix or points.
///
/// Errors: Error{table_malformed} as the parsers of the tables; for a stratum with an area and no point; and for more points
///         in a stratum than it has pixels.
[[nodiscard]] ReferenceSample make_reference_sample(const SampleEntry& entry, std::string_view areas,
                                                    std::string_view points);

}  // namespace reddline::inputs
