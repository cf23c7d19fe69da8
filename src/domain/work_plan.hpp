#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/count_basis.hpp"
#include "domain/provenance.hpp"

namespace reddline {

/// A piece of a count that is done in one go: windows of one loss tile.
struct WorkUnit {
    std::string tile;  ///< the file name of the loss tile
    std::int64_t windows = 0;
    std::int64_t first_column = 0;  ///< of the grid; the smallest window that holds all of them, ends not included
    std::int64_t end_column = 0;
    std::int64_t first_row = 0;
    std::int64_t end_row = 0;
    std::int64_t pixels = 0;         ///< to be decoded, with those that the patch filter needs around the windows
    std::int64_t decoded_bytes = 0;  ///< of all layers
    std::vector<std::size_t>
        inputs;  ///< the files that it hashes: those it reads, and its share of those that no unit reads
    friend bool operator==(const WorkUnit&, const WorkUnit&) = default;
};

/// A strata map by what tables say of it.
struct PlannedMap {
    std::string name;
    std::vector<std::string> strata;
    friend bool operator==(const PlannedMap&, const PlannedMap&) = default;
};

/// Everything that is known of a count before any pixel is read; whoever plans the same count gets the same plan.
struct WorkPlan {
    std::string title;
    Provenance provenance;             ///< digests are empty where units make them
    std::size_t inputs_of_tables = 0;  ///< the first of the inputs: the audit file and its tables
    std::vector<CountFact> facts;
    int first_year = 0;  ///< of the loss product
    int last_year = 0;
    std::vector<double> min_areas_ha;
    std::vector<PlannedMap> maps;
    std::string zones_csv;           ///< as report::zones_csv writes it, without areas
    std::string layer_findings_csv;  ///< as report::findings_csv writes it, without what only the pixels show
    std::vector<WorkUnit> units;
};

}  // namespace reddline
