#include "cli/estimate.hpp"

#include <iostream>
#include <string>
#include <vector>

#include "cli/load_tables.hpp"
#include "cli/output_directory.hpp"
#include "cli/provenance_of.hpp"
#include "cli/publish_results.hpp"
#include "cli/stopwatch.hpp"
#include "report/estimate_csv.hpp"
#include "report/estimate_text.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace {

Provenance provenance(const Options& options, const LoadedSample& loaded, const std::string& label,
                      const std::atomic<bool>& stop) {
    std::vector<NamedFile> files;
    for (const std::string& file : loaded.read)
        files.push_back({input_name(file, loaded.folder), file});
    InputDigests digests(stop);
    return provenance_of(command_text(options), label, files, options.threads, digests);
}

}  // namespace

int estimate(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    const LoadedSample loaded = load_sample_alone(options);
    const std::string label = report::label_text(report::english(), loaded.label, loaded.evidence.sample);
    output.write("estimates.csv", report::estimates_csv(loaded.evidence, label));
    output.write("accuracy.csv", report::accuracy_csv(loaded.evidence, label));
    output.write("error_matrix.csv", report::error_matrix_csv(loaded.evidence, label));
    watch.lap("estimate");
    publish_results(provenance(options, loaded, label, stop), loaded.title, {}, options.threads, stop, watch, output);
    if (options.quiet) return 0;
    std::cout << report::estimate_text(loaded.title, loaded.evidence, label) << "\nResults: " << options.output
              << std::endl;
    return 0;
}

}  // namespace reddline::cli
