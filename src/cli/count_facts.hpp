#pragma once

#include <vector>

#include "cli/load_tables.hpp"
#include "domain/count_basis.hpp"

namespace reddline::cli {

/// What the audit file says of the layers and of how their pixels are counted, whatever the zones; files without their folders.
[[nodiscard]] std::vector<CountFact> layer_facts(const LoadedTables& tables);

/// What it says of the zones.
[[nodiscard]] std::vector<CountFact> zone_facts(const LoadedTables& tables);

/// What the audit file says of everything that the counts of a crosstab depend on; files without their folders.
[[nodiscard]] std::vector<CountFact> count_facts(const LoadedTables& tables);

}  // namespace reddline::cli
