#include "cli/workbook.hpp"

#include <filesystem>
#include <iostream>
#include <optional>

#include "cli/output_directory.hpp"
#include "cli/provenance_of.hpp"
#include "cli/publish_results.hpp"
#include "cli/stopwatch.hpp"
#include "estimation/workbook_result.hpp"
#include "gdal_io/workbook_sheets.hpp"
#include "inputs/mocaredd_workbook.hpp"
#include "report/mocaredd_csv.hpp"
#include "report/mocaredd_text.hpp"

namespace reddline::cli {

namespace {

void write_tables(const MocareddWorkbook& workbook, const WorkbookResult& result, const OutputDirectory& output) {
    output.write("workbook_emissions.csv", report::workbook_emissions_csv(workbook, result));
    output.write("workbook_reductions.csv", report::workbook_reductions_csv(workbook, result));
    output.write("workbook_inputs.csv", report::workbook_inputs_csv(workbook, result));
    output.write("workbook_deductions.csv", report::workbook_deductions_csv(result));
    output.write("workbook_factors.csv", report::workbook_factors_csv(workbook, result));
}

}  // namespace

int read_workbook_file(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    std::optional<OutputDirectory> output;
    if (!options.output.empty())
        output.emplace(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    const MocareddWorkbook workbook =
        inputs::parse_mocaredd(gdal_io::read_workbook(options.audit_file), options.audit_file);
    watch.lap("open");
    const WorkbookResult result = estimation::workbook_result(workbook);
    watch.lap("account");
    if (output) {
        write_tables(workbook, result, *output);
        watch.lap("write");
        InputDigests digests(stop);
        const Provenance provenance =
            provenance_of(command_text(options), "", {{workbook.name, options.audit_file}}, options.threads, digests);
        publish_results(provenance, workbook.name, {}, options.threads, stop, watch, *output);
    }
    if (options.quiet) return 0;
    std::cout << report::workbook_text(workbook, result);
    if (output) std::cout << "\nResults: " << options.output << "\n";
    std::cout << std::flush;
    return 0;
}

}  // namespace reddline::cli
