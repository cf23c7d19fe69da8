#include "cli/resume.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/provenance_of.hpp"
#include "domain/error.hpp"
#include "domain/provenance.hpp"
#include "inputs/finding_table.hpp"
#include "inputs/run_record.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// What first differs between two records; empty where nothing does that could change a result.
std::string difference(const Provenance& there, const Provenance& here) {
    if (there.command != here.command) return "the command '" + there.command + "'";
    const bool same_program = there.version == here.version && there.commit == here.commit &&
                              there.compiler == here.compiler && there.libraries == here.libraries;
    if (!same_program) return "another build, reddline " + there.version + " (" + there.commit + ")";
    const auto is_same = [](const InputFile& a, const InputFile& b) {
        return a.path == b.path && a.sha256 == b.sha256;
    };
    const auto [a, b] = std::ranges::mismatch(there.inputs, here.inputs, is_same);
    if (a != there.inputs.end()) return "other inputs, of which " + a->path + " is the first";
    return b != here.inputs.end() ? "fewer inputs, without " + b->path : "";
}

}  // namespace

std::optional<int> resumed(const Options& options, const LoadedTables& tables, const std::vector<std::string>& files,
                           InputDigests& digests) {
    const fs::path record = fs::path(options.output) / "run.json";
    std::error_code ignored;
    if (!options.resume || !fs::exists(record, ignored)) return std::nullopt;
    const Provenance there = inputs::parse_run_record(read_text(record.string()), record.string());
    const std::string found = difference(there, provenance_of(options, tables, files, digests));
    if (!found.empty()) {
        throw Error(ErrorCode::output_exists, options.output,
                    "expected results of this program, command and inputs, found those of " + found +
                        "; add --overwrite to replace them, or choose another -o DIR");
    }
    const std::string findings = (fs::path(options.output) / "findings.csv").string();
    if (!options.quiet)
        std::cout << "Results: " << options.output << ", of the same inputs, left as they are" << std::endl;
    return exit_code_of(options, inputs::parse_findings(read_text(findings), findings));
}

}  // namespace reddline::cli
