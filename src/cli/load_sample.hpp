#pragma once

#include <functional>
#include <string>

#include "domain/sample_evidence.hpp"
#include "inputs/audit_file.hpp"

namespace reddline::cli {

/// Gives the text of a table by its path in the audit file.
using ReadTable = std::function<std::string(const std::string&)>;

/// Reads the tables of a sample and estimates areas and accuracies from them; which classes are loss is not read.
///
/// Errors: those of the parsers.
[[nodiscard]] SampleEvidence load_sample(const inputs::SampleEntry& entry, const ReadTable& read_table);

}  // namespace reddline::cli
