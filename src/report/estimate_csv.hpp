#pragma once

#include <string>

#include "domain/sample_evidence.hpp"

namespace reddline::report {

/// What a reader must know of an estimate, as it stands in tables: why a number is missing, and what to doubt; parted by blanks.
[[nodiscard]] std::string estimate_flags(const ReferenceSample& sample, const AreaEstimate& area);

/// estimates.csv: mapped and estimated area of every class, for the whole and by zone.
[[nodiscard]] std::string estimates_csv(const SampleEvidence& evidence, const std::string& label);

/// accuracy.csv: overall, user's and producer's accuracies, likewise.
[[nodiscard]] std::string accuracy_csv(const SampleEvidence& evidence, const std::string& label);

/// error_matrix.csv: points and shares of the area by class of the map and of the reference.
[[nodiscard]] std::string error_matrix_csv(const SampleEvidence& evidence, const std::string& label);

}  // namespace reddline::report
