#include "cli/diff.hpp"

#include <array>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>

#include "accounting/output_difference.hpp"
#include "cli/load_tables.hpp"
#include "cli/output_directory.hpp"
#include "cli/provenance_of.hpp"
#include "domain/error.hpp"
#include "inputs/stated_output.hpp"
#include "report/output_difference_text.hpp"
#include "report/run_json.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array compared_files{"run.json", "crosstab.json", "zones.csv", "activity.csv", "emissions.csv"};

/// Stops unless the directory holds what a comparison needs.
void expect_output(const std::string& folder) {
    std::error_code ignored;
    for (const char* const name : compared_files) {
        if (fs::exists(fs::path(folder) / name, ignored)) continue;
        throw Error(ErrorCode::missing_file, folder,
                    "expected a directory that 'audit', or 'account' with --crosstab, wrote, found no " +
                        std::string(name) + " in it; name such a directory");
    }
}

StatedOutput read_output(const std::string& folder) {
    expect_output(folder);
    const auto text = [&](const char* name) { return read_text((fs::path(folder) / name).string()); };
    const std::string run = text("run.json");
    const std::string basis = text("crosstab.json");
    const std::string zones = text("zones.csv");
    const std::string activity = text("activity.csv");
    const std::string emissions = text("emissions.csv");
    return inputs::parse_stated_output({run, basis, zones, activity, emissions}, folder);
}

/// The files of both directories, which are called A and B wherever they lie.
Provenance provenance(const Options& options, const std::string& label, const std::atomic<bool>& stop) {
    std::vector<NamedFile> files;
    for (const char* const name : compared_files)
        files.push_back({std::string("A/") + name, (fs::path(options.first) / name).string()});
    for (const char* const name : compared_files)
        files.push_back({std::string("B/") + name, (fs::path(options.second) / name).string()});
    InputDigests digests(stop);
    return provenance_of("reddline diff A B", label, files, options.threads, digests);
}

}  // namespace

int diff(const Options& options, const std::atomic<bool>& stop) {
    std::optional<OutputDirectory> output;
    if (!options.output.empty()) {
        output.emplace(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    }
    const StatedOutput a = read_output(options.first);
    const StatedOutput b = read_output(options.second);
    const OutputDifference difference = accounting::output_difference(a, b);
    if (output) {
        output->write("diff.csv", report::output_difference_csv(a, b, difference));
        output->write("run.json", report::run_json(provenance(options, report::joint_label(a, b), stop)));
        output->publish();
    }
    if (options.quiet) return 0;
    std::cout << report::output_difference_text(a, b, difference);
    if (output) std::cout << "\nResults: " << options.output << "\n";
    std::cout << std::flush;
    return 0;
}

}  // namespace reddline::cli
