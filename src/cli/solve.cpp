#include "cli/solve.hpp"

#include <iostream>
#include <iterator>
#include <optional>
#include <vector>

#include "accounting/readings.hpp"
#include "accounting/solve.hpp"
#include "cli/load_case.hpp"
#include "cli/output_directory.hpp"
#include "cli/provenance_of.hpp"
#include "report/run_json.hpp"
#include "report/solve_text.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace {

/// Writes the table and its provenance, and moves the directory into place.
void write_solution(const Options& options, const LoadedCase& loaded, const Solution& solution, const Reading& standard,
                    const std::atomic<bool>& stop, OutputDirectory& output) {
    const AuditCase& audit = loaded.tables.audit;
    InputDigests digests(stop);
    Provenance provenance = provenance_of(options, loaded.tables, loaded.files, digests);
    provenance.default_reading = report::reading_text(report::english(), audit, standard);
    if (loaded.earlier) {
        provenance.inputs.insert(provenance.inputs.begin() + std::ssize(loaded.tables.read),
                                 loaded.earlier->inputs.begin(), loaded.earlier->inputs.end());
        provenance.pixels_read = loaded.earlier->pixels_read;
    } else if (!audit.crosstabs.empty()) {
        provenance.pixels_read = audit.crosstabs.front().crosstab.pixels_read();
    }
    output.write("solve.csv", report::solve_csv(audit, solution));
    output.write("run.json", report::run_json(provenance));
    output.publish();
}

}  // namespace

int solve(const Options& options, const std::atomic<bool>& stop) {
    std::optional<OutputDirectory> output;
    if (!options.output.empty()) {
        output.emplace(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    }
    const LoadedCase loaded = load_case(options, stop);
    const AuditCase& audit = loaded.tables.audit;
    std::vector<Reading> readings = accounting::every_reading(audit);
    const Reading standard = readings.front();
    if (!output) readings.resize(1);
    const Solution solution = accounting::solve(audit, readings);
    if (output) write_solution(options, loaded, solution, standard, stop, *output);
    if (options.quiet) return 0;
    std::cout << report::solve_text(audit, standard, solution) << doubts_text(loaded.layer_findings);
    if (output) std::cout << "\nResults: " << options.output << "\n";
    std::cout << std::flush;
    return 0;
}

}  // namespace reddline::cli
