#pragma once

#include "cli/options.hpp"

namespace reddline::cli {

/// Says on stdout what an audit would read and whether its inputs fit each other; no pixel is read and nothing written.
///
/// Errors: those that an audit meets before its first pixel.
[[nodiscard]] int check_inputs(const Options& options);

}  // namespace reddline::cli
