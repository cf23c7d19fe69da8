#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "cli/output_directory.hpp"
#include "domain/stratum.hpp"

namespace reddline::cli {

/// Writes datapackage.json, which describes every table, in whichever format, map and sample that is in the directory by
/// then; `maps` are the strata maps that the tables have columns of.
///
/// Errors: Error{output_failed, unreadable_file}; Error{stopped} when `stop` becomes true.
void write_data_package(const std::string& title, const std::string& label, const std::vector<StrataMap>& maps,
                        const std::atomic<bool>& stop, const OutputDirectory& output);

}  // namespace reddline::cli
