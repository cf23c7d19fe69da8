#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/provenance.hpp"

namespace reddline::report {

/// run.json: what made the results, down to the SHA-256 of every input.
[[nodiscard]] std::string run_json(const Provenance& provenance);

/// timing.json: seconds per stage; the one file that differs from run to run.
[[nodiscard]] std::string timing_json(const std::vector<std::pair<std::string, double>>& seconds, std::size_t threads);

}  // namespace reddline::report
