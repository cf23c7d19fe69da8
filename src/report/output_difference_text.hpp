#pragma once

#include <string>

#include "domain/output_difference.hpp"

namespace reddline::report {

/// diff.csv: loss of two runs by zone, stratum and year, what moved most first; years of one release alone come last.
[[nodiscard]] std::string output_difference_csv(const StatedOutput& a, const StatedOutput& b,
                                                const OutputDifference& difference);

/// The same on a screen, with what else the two runs do not share.
[[nodiscard]] std::string output_difference_text(const StatedOutput& a, const StatedOutput& b,
                                                 const OutputDifference& difference);

/// What the labels of both runs say, each part once.
[[nodiscard]] std::string joint_label(const StatedOutput& a, const StatedOutput& b);

}  // namespace reddline::report
