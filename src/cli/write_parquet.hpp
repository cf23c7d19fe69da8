#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/output_directory.hpp"
#include "domain/stratum.hpp"

namespace reddline::cli {

/// Stops where Parquet is asked for and GDAL cannot write it. Errors: Error{usage}.
void expect_parquet(const Options& options);

/// What the Parquet file of a table is called, by the name of its CSV file.
[[nodiscard]] std::string parquet_name(const std::string& csv_name);

/// Writes every table that is in the directory by then as Parquet beside its CSV file: the same rows and columns, numbers as the CSV
/// file's text reads, and null where a field is empty.
///
/// Errors: Error{output_failed, unreadable_file}; Error{stopped} when `stop` becomes true.
void write_parquet(const std::vector<StrataMap>& maps, const std::atomic<bool>& stop, const OutputDirectory& output);

}  // namespace reddline::cli
