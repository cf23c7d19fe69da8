#pragma once

#include <string>

#include "domain/sample_evidence.hpp"

namespace reddline::report {

/// How the points were drawn and what that does to the standard errors, in sentences.
[[nodiscard]] std::string sample_text(const ReferenceSample& sample);

/// What a sample says, for the screen: mapped and estimated area of the classes, and accuracies; less than 40 lines.
[[nodiscard]] std::string estimate_text(const std::string& title, const SampleEvidence& evidence,
                                        const std::string& label);

}  // namespace reddline::report
