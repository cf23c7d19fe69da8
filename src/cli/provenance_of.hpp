#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "domain/provenance.hpp"

namespace reddline::cli {

/// An input by the name that it bears in results and the path where it is read.
struct NamedFile {
    std::string name;
    std::string path;
};

/// The path of an input as seen from the audit file's folder, so that it is the same wherever the folder lies.
[[nodiscard]] std::string input_name(const std::string& path, const std::string& folder);

/// The files of the tables, then others that are not among them.
[[nodiscard]] std::vector<std::string> all_inputs(const LoadedTables& tables, const std::vector<std::string>& others);

/// What every run of this program states of itself: version, commit, compiler and libraries.
[[nodiscard]] Provenance program_here();

/// States what made the results; hashes every file that `digests` does not have yet.
///
/// Errors: Error{missing_file, unreadable_file, stopped}.
[[nodiscard]] Provenance provenance_of(const std::string& command, const std::string& label,
                                       const std::vector<NamedFile>& files, std::size_t threads, InputDigests& digests);

/// States what made the results of an audit file; hashes every input that `digests` does not have yet. Files of the crosstab
/// that the options name are called by `crosstab_name`, wherever they lie.
///
/// Shapes: `files` are the inputs besides those of `tables`.
/// Errors: Error{missing_file, unreadable_file, stopped}.
[[nodiscard]] Provenance provenance_of(const Options& options, const LoadedTables& tables,
                                       const std::vector<std::string>& files, InputDigests& digests);

}  // namespace reddline::cli
