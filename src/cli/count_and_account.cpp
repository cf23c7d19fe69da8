#include "cli/count_and_account.hpp"

#include <optional>
#include <string>
#include <vector>

#include "cli/count_together.hpp"
#include "cli/finish_run.hpp"
#include "cli/provenance_of.hpp"
#include "cli/ranks.hpp"
#include "cli/raster_pass.hpp"
#include "cli/resume.hpp"
#include "cli/shard.hpp"
#include "cli/use_index.hpp"
#include "cli/write_crosstab.hpp"
#include "cli/write_maps.hpp"
#include "cli/write_mocaredd.hpp"
#include "cli/write_parquet.hpp"
#include "domain/error.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/remote_file.hpp"
#include "pipeline/ordered_map.hpp"
#include "report/answer.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace {

/// A run that counts pixels, up to where they are counted.
struct CountedRun {
    Stopwatch watch;
    std::optional<LoadedTables> tables;
    std::optional<OutputDirectory> output;
    std::optional<RasterInputs> rasters;
    InputDigests digests;
    Findings layer_findings;

    explicit CountedRun(const std::atomic<bool>& stop) : digests{stop} {}
};

/// Opens everything; `writes` where this process is the one that writes the results.
void open(const Options& options, bool writes, CountedRun& run) {
    run.tables = load_tables(options);
    if (options.maps) gdal_io::expect_formats_of_maps(options.output);
    expect_parquet(options);
    if (writes && !options.resume)
        run.output.emplace(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    run.rasters.emplace(open_rasters(*run.tables, options));
    expect_readings(run.tables->audit);
    if (options.mocaredd) expect_mocaredd(run.tables->audit);
}

/// Writes what follows from the counted pixels.
int finish_rasters(const Options& options, const std::atomic<bool>& stop, CountedRun& run) {
    LoadedTables& tables = *run.tables;
    AuditCase& audit = tables.audit;
    OutputDirectory& output = *run.output;
    run.watch.lap("crosstab");
    write_crosstab(audit, run.layer_findings, output);
    run.watch.lap("write");
    const std::string pixels = pixels_text(report::read_sentence(report::english(), audit));
    Ending ending{run.rasters->threads, run.rasters->read, std::nullopt, "", audit.title + "\n" + pixels};
    if (options.command == Command::crosstab) {
        finish(options, tables, ending, stop, run.digests, run.watch, output);
        return exit_code_of(options, run.layer_findings);
    }
    const AuditResult results = judged(audit, run.layer_findings);
    write_results(audit, results, output);
    if (options.mocaredd) ending.remarks = write_mocaredd(audit, results, output);
    run.watch.lap("account");
    if (options.maps) {
        write_maps(*run.rasters, tables, results, options, stop, output);
        run.watch.lap("maps");
    }
    ending.default_reading = report::reading_text(report::english(), audit, results.default_reading);
    ending.summary = report::summary_text(report::english(), audit, results) + pixels;
    finish(options, tables, ending, stop, run.digests, run.watch, output);
    return exit_code_of(options, results.findings);
}

int count_alone(const Options& options, const std::atomic<bool>& stop) {
    CountedRun run(stop);
    open(options, true, run);
    use_index(options, *run.tables, stop, run.digests, *run.rasters);
    pipeline::expect_running(&stop);
    run.watch.lap("open");
    // Over the network the pass fetches what it needs first, and in an order of its own.
    std::vector<std::string> at_hand = all_inputs(*run.tables, run.rasters->read);
    std::erase_if(at_hand, gdal_io::is_remote);
    if (const auto exit_code = resumed(options, *run.tables, run.rasters->read, run.digests)) return *exit_code;
    if (options.resume) run.output.emplace(options.output, Existing::refuse);
    run.layer_findings = count_pixels(*run.rasters, options, stop, run.digests.work_for(at_hand), *run.tables);
    return finish_rasters(options, stop, run);
}

/// One of several processes that MPI started for one run; the first writes the results.
int count_among_ranks(const Options& options, const Placement& placement, const mpi::Module& module,
                      const std::atomic<bool>& stop) {
    if (!options.index.empty() || options.resume) {
        const std::string option = options.index.empty() ? "--resume" : "--index";
        throw Error(ErrorCode::usage, "command line",
                    "expected no " + option + " under MPI, found it; leave it out, or run one process");
    }
    CountedRun run(stop);
    {
        const Ranks ranks(module, placement);
        int exit_code = ranks.together(options.messages, [&] {
            open(options, ranks.is_first(), run);
            run.watch.lap("open");
            return 0;
        });
        if (exit_code == 0) {
            exit_code =
                count_together(ranks, *run.rasters, options, stop, run.digests, *run.tables, run.layer_findings);
        }
        if (exit_code != 0 || !ranks.is_first()) return exit_code;
    }
    return finish_rasters(options, stop, run);
}

}  // namespace

int count_and_account(const Options& options, const std::atomic<bool>& stop) {
    const Placement placement = placement_of(process_environment);
    if (placement.task.count == 1) return count_alone(options, stop);
    const OpenedModule opened = open_mpi_module(placement, process_environment);
    if (opened.module != nullptr) return count_among_ranks(options, placement, *opened.module, stop);
    if (opened.is_unwanted) return count_alone(options, stop);
    throw Error(ErrorCode::usage, "MPI",
                "expected MPI among the " + std::to_string(placement.task.count) + " processes of one run (" +
                    placement.task.origin + "), found none, since " + opened.reason +
                    "; start them with mpirun or srun --mpi=pmix, or count with crosstab --shard auto; where each has "
                    "an audit of its own, set REDDLINE_MPI=none");
}

}  // namespace reddline::cli
