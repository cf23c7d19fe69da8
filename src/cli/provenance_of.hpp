#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/load_tables.hpp"
#include "domain/provenance.hpp"

namespace reddline::cli {

/// An input by the name that it bears in results and the path where it is read.
struct NamedFile {
    std::string name;
    std::string path;
};

/// Hashes every file and states what made the results.
///
/// Errors: Error{missing_file, unreadable_file, stopped}.
[[nodiscard]] Provenance provenance_of(const std::string& command, const std::string& label,
                                       const std::vector<NamedFile>& files, std::size_t threads,
                                       const std::atomic<bool>& stop);

/// Hashes every input and states what made the results.
///
/// Shapes: `files` are the inputs besides those of `tables`.
/// Errors: Error{missing_file, unreadable_file, stopped}.
[[nodiscard]] Provenance provenance_of(const std::string& command, const LoadedTables& tables,
                                       const std::vector<std::string>& files, std::size_t threads,
                                       const std::atomic<bool>& stop);

}  // namespace reddline::cli
