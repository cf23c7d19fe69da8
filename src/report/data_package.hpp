#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/provenance.hpp"
#include "domain/stratum.hpp"

namespace reddline::report {

/// datapackage.json: the tables of a directory as a Frictionless tabular data package, with columns, sizes and hashes; with maps or
/// tables in other formats, a data package of tables and other files.
///
/// Shapes: `files` are CSV files of table_columns(), the same tables as Parquet, and files of maps, by their paths in the directory.
/// Source: specs.frictionlessdata.io, Tabular Data Package 1.0, Data Package 1.0
[[nodiscard]] std::string data_package_json(const std::string& title, const std::string& label,
                                            const std::vector<StrataMap>& maps, std::span<const InputFile> files);

}  // namespace reddline::report
