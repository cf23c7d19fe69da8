#pragma once

#include <vector>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "domain/count_basis.hpp"
#include "gdal_io/landscape.hpp"

namespace reddline::cli {

/// The program and the libraries that decide how pixels and polygons are read.
[[nodiscard]] std::vector<CountFact> program_facts();

/// Everything that the counts of a landscape's cells depend on: this program, what the audit file says of the layers, and the
/// content of their files. Zones and folders are no part of it.
///
/// Errors: those of InputDigests::of, which must have been asked for every file of the landscape.
[[nodiscard]] std::vector<CountFact> index_facts(const LoadedTables& tables, const gdal_io::Landscape& landscape,
                                                 const InputDigests& digests);

}  // namespace reddline::cli
