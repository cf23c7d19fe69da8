#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/output_directory.hpp"
#include "cli/stopwatch.hpp"
#include "domain/provenance.hpp"
#include "domain/stratum.hpp"

namespace reddline::cli {

/// Writes what tells how the tables of a directory came about (run.json, datapackage.json and timing.json), and moves it into
/// place; `maps` are the strata maps that the tables have columns of.
///
/// Errors: those of write_data_package and OutputDirectory; Error{stopped} when `stop` became true.
void publish_results(const Provenance& provenance, const std::string& title, const std::vector<StrataMap>& maps,
                     std::size_t threads, const std::atomic<bool>& stop, Stopwatch& watch, OutputDirectory& output);

}  // namespace reddline::cli
