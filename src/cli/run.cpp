#include "cli/run.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "accounting/account.hpp"
#include "accounting/factor_coverage.hpp"
#include "accounting/readings.hpp"
#include "audit/checks.hpp"
#include "cli/batch.hpp"
#include "cli/build_index.hpp"
#include "cli/check_inputs.hpp"
#include "cli/count_facts.hpp"
#include "cli/count_shard.hpp"
#include "cli/count_together.hpp"
#include "cli/diff.hpp"
#include "cli/explain.hpp"
#include "cli/init.hpp"
#include "cli/load_case.hpp"
#include "cli/load_crosstab.hpp"
#include "cli/load_tables.hpp"
#include "cli/manual.hpp"
#include "cli/merge.hpp"
#include "cli/output_directory.hpp"
#include "cli/plan_work.hpp"
#include "cli/provenance_of.hpp"
#include "cli/ranks.hpp"
#include "cli/raster_pass.hpp"
#include "cli/resume.hpp"
#include "cli/shard.hpp"
#include "cli/solve.hpp"
#include "cli/stopwatch.hpp"
#include "cli/use_index.hpp"
#include "cli/verify.hpp"
#include "cli/workbook_file.hpp"
#include "cli/write_crosstab.hpp"
#include "cli/write_data_package.hpp"
#include "cli/write_maps.hpp"
#include "cli/write_pages.hpp"
#include "domain/count_basis.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/new_dataset.hpp"
#include "gdal_io/remote_file.hpp"
#include "pipeline/ordered_map.hpp"
#include "report/answer.hpp"
#include "report/claim_csv.hpp"
#include "report/count_basis_json.hpp"
#include "report/json_report.hpp"
#include "report/reading_csv.hpp"
#include "report/result_tables.hpp"
#include "report/run_json.hpp"
#include "report/solve_text.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"
#include "report/workbook.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// The tables that need counted pixels.
void write_mapped(const AuditCase& audit, const AuditResult& results, const OutputDirectory& output) {
    output.write("transitions.csv", report::transitions_csv(audit, results));
    output.write("carbon_stock.csv", report::carbon_stock_csv(audit, results));
    output.write("canopy.csv", report::canopy_csv(audit, results));
    output.write("stratum_shares.csv", report::stratum_shares_csv(audit, results));
}

void write_claim(const AuditCase& audit, const AuditResult& results, const OutputDirectory& output) {
    output.write("claim_ledger.csv", report::claim_ledger_csv(audit, results));
    output.write("claim_split.csv", report::claim_split_csv(audit, results));
    output.write("loss_mix.csv", report::loss_mix_csv(audit, results));
    output.write("stratum_question.csv", report::stratum_question_csv(audit, results));
}

void write_results(const AuditCase& audit, const AuditResult& results, const OutputDirectory& output) {
    if (audit.has_pixels()) write_mapped(audit, results, output);
    if (!audit.has_pixels()) output.write("solve.csv", report::solve_csv(audit, {{}, {}, results.claim_alone}));
    write_claim(audit, results, output);
    output.write("activity.csv", report::activity_csv(audit, results));
    output.write("emissions.csv", report::emissions_csv(audit, results));
    output.write("readings.csv", report::readings_csv(audit, results));
    output.write("choices.csv", report::choices_csv(audit, results));
    output.write("unit_reference.csv", report::unit_reference_csv(audit, results));
    output.write("ledger.csv", report::ledger_csv(audit, results));
    output.write("missing.csv", report::missing_csv(results));
    output.write("findings.csv", report::findings_csv(results.findings));
    output.write_file("audit.xlsx", [&](const fs::path& path, const fs::path& shown) {
        write_workbook(report::workbook(audit, results), path, shown);
    });
    output.write("audit.json", report::audit_json(audit, results));
}

/// Stops at a [readings] that the inputs do not allow, before anything is counted.
void expect_readings(const AuditCase& audit) {
    static_cast<void>(accounting::every_reading(audit));
}

/// Accounts and checks a counted case; findings on layers and zones come first.
AuditResult judged(const AuditCase& audit, const Findings& layer_findings) {
    AuditResult results = accounting::account(audit);
    results.findings = layer_findings;
    const Findings found = audit::run_checks(audit, results);
    results.findings.insert(results.findings.end(), found.begin(), found.end());
    return results;
}

/// What the end of a run needs besides the tables.
struct Ending {
    std::size_t threads = 1;            ///< that were taken
    std::vector<std::string> files;     ///< inputs besides the audit file and its tables
    std::optional<CountBasis> earlier;  ///< of the crosstab that was read; none when this run counted
    std::string default_reading;
    std::string summary;
};

/// Where the inputs other than the audit file and its tables begin.
auto behind_tables(const LoadedTables& tables, const Provenance& provenance) {
    return provenance.inputs.begin() + std::ssize(tables.read);
}

/// What the pixels of a run that counted them depend on.
CountBasis basis_of_this_run(const LoadedTables& tables, const Provenance& provenance) {
    return {count_facts(tables),
            tables.audit.crosstabs.front().crosstab.pixels_read(),
            {behind_tables(tables, provenance), provenance.inputs.end()},
            ""};
}

/// Writes provenance and timing, moves the directory into place and prints the summary.
void finish(const Options& options, const LoadedTables& tables, const Ending& ending, const std::atomic<bool>& stop,
            InputDigests& digests, Stopwatch& watch, OutputDirectory& output) {
    Provenance provenance = provenance_of(options, tables, ending.files, digests);
    provenance.default_reading = ending.default_reading;
    if (tables.audit.has_pixels()) {
        const CountBasis basis = ending.earlier ? *ending.earlier : basis_of_this_run(tables, provenance);
        if (ending.earlier) {
            provenance.inputs.insert(behind_tables(tables, provenance), basis.inputs.begin(), basis.inputs.end());
        }
        provenance.pixels_read = basis.pixels_read;
        output.write("crosstab.json", report::count_basis_json(basis));
    }
    watch.lap("hash");
    output.write("run.json", report::run_json(provenance));
    write_data_package(tables.audit, provenance.label, stop, output);
    if (options.command != Command::crosstab) write_pages(output.folder());
    output.write("timing.json", report::timing_json(watch.laps(), ending.threads));
    pipeline::expect_running(&stop);
    output.publish();
    if (!options.quiet) std::cout << ending.summary << "Results: " << options.output << std::endl;
}

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
    if (writes && !options.resume)
        run.output.emplace(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    run.rasters.emplace(open_rasters(*run.tables, options));
    expect_readings(run.tables->audit);
}

/// Writes what follows from the counted pixels.
int finish_rasters(const Options& options, const std::atomic<bool>& stop, CountedRun& run) {
    LoadedTables& tables = *run.tables;
    AuditCase& audit = tables.audit;
    OutputDirectory& output = *run.output;
    run.watch.lap("crosstab");
    write_crosstab(audit, run.layer_findings, output);
    run.watch.lap("write");
    const std::string pixels = pixels_text(report::read_sentence(audit));
    Ending ending{run.rasters->threads, run.rasters->read, std::nullopt, "", audit.title + "\n" + pixels};
    if (options.command == Command::crosstab) {
        finish(options, tables, ending, stop, run.digests, run.watch, output);
        return exit_code_of(options, run.layer_findings);
    }
    const AuditResult results = judged(audit, run.layer_findings);
    write_results(audit, results, output);
    run.watch.lap("account");
    if (options.maps) write_maps(*run.rasters, tables, results, options, stop, output);
    run.watch.lap("maps");
    ending.default_reading = report::reading_text(audit, results.default_reading);
    ending.summary = report::summary_text(audit, results) + pixels;
    finish(options, tables, ending, stop, run.digests, run.watch, output);
    return exit_code_of(options, results.findings);
}

int run_rasters_alone(const Options& options, const std::atomic<bool>& stop) {
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
int run_rasters_among_ranks(const Options& options, const Placement& placement, const mpi::Module& module,
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

int run_rasters(const Options& options, const std::atomic<bool>& stop) {
    const Placement placement = placement_of(process_environment);
    if (placement.task.count == 1) return run_rasters_alone(options, stop);
    const OpenedModule opened = open_mpi_module(placement, process_environment);
    if (opened.module != nullptr) return run_rasters_among_ranks(options, placement, *opened.module, stop);
    if (opened.is_unwanted) return run_rasters_alone(options, stop);
    throw Error(ErrorCode::usage, "MPI",
                "expected MPI among the " + std::to_string(placement.task.count) + " processes of one run (" +
                    placement.task.origin + "), found none, since " + opened.reason +
                    "; start them with mpirun or srun --mpi=pmix, or count with crosstab --shard auto; where each has "
                    "an audit of its own, set REDDLINE_MPI=none");
}

/// Accounts a case whose pixels are counted, or that has none, and writes what follows.
int finish_account(const Options& options, const LoadedTables& tables, const EarlierCount& earlier,
                   const std::atomic<bool>& stop, Stopwatch& watch, OutputDirectory& output) {
    const AuditCase& audit = tables.audit;
    const AuditResult results = judged(audit, earlier.layer_findings);
    write_results(audit, results, output);
    watch.lap("account");
    const std::string pixels = audit.has_pixels() ? pixels_text(report::pixel_sentence(audit)) : "";
    const Ending ending{options.threads, earlier.files, earlier.basis,
                        report::reading_text(audit, results.default_reading),
                        report::summary_text(audit, results) + pixels};
    InputDigests digests(stop);
    finish(options, tables, ending, stop, digests, watch, output);
    return exit_code_of(options, results.findings);
}

/// Says whether the tables of an audit without pixels fit each other.
int check_tables(const Options& options) {
    const LoadedTables tables = load_tables_alone(options);
    expect_readings(tables.audit);
    accounting::expect_factors(tables.audit);
    if (options.quiet) return 0;
    std::cout << tables.audit.title << "\nTables: " << counted(std::ssize(tables.read), "file") << ", "
              << counted(std::ssize(tables.audit.zones), "zone")
              << " with declared areas.\nThe tables fit each other; nothing was written." << std::endl;
    return 0;
}

int run_tables_alone(const Options& options, const std::atomic<bool>& stop) {
    if (options.maps) {
        throw Error(ErrorCode::usage, "--maps",
                    "expected an audit of pixels, found one of tables alone, which has nothing to map; leave it out");
    }
    if (options.dry_run) return check_tables(options);
    Stopwatch watch;
    const LoadedTables tables = load_tables_alone(options);
    expect_readings(tables.audit);
    InputDigests digests(stop);
    if (const auto exit_code = resumed(options, tables, {}, digests)) return *exit_code;
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    watch.lap("open");
    return finish_account(options, tables, {}, stop, watch, output);
}

int run_account(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    LoadedTables tables = load_tables(options);
    const AuditCase& audit = tables.audit;
    const EarlierCount earlier = load_crosstab(options.crosstab, tables);
    expect_readings(audit);
    if (options.dry_run) {
        accounting::expect_factors(audit);
        if (options.quiet) return 0;
        std::cout << audit.title << "\nPixels: " << report::pixel_sentence(audit)
                  << ".\nThe tables and the crosstab fit each other; nothing was written." << std::endl;
        return 0;
    }
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    watch.lap("open");
    write_crosstab(audit, earlier.layer_findings, output);
    return finish_account(options, tables, earlier, stop, watch, output);
}

}  // namespace

int run(const Options& options, const std::atomic<bool>& stop) {
    switch (options.command) {
        case Command::init:
            return init(options);
        case Command::check:
            return counts_no_pixels(options) ? check_tables(options) : check_inputs(options, stop);
        case Command::account:
            return options.crosstab.empty() ? run_tables_alone(options, stop) : run_account(options, stop);
        case Command::audit:
            if (!options.audit_files.empty()) return run_batch(options, stop);
            if (counts_no_pixels(options)) return run_tables_alone(options, stop);
            return options.dry_run ? check_inputs(options, stop) : run_rasters(options, stop);
        case Command::crosstab:
            if (!options.shard.empty() && !options.dry_run) return count_shard(options, stop);
            return options.dry_run ? check_inputs(options, stop) : run_rasters(options, stop);
        case Command::plan:
            return print_plan(options, stop);
        case Command::merge:
            return merge(options, stop);
        case Command::status:
            return print_status(options);
        case Command::index:
            return build_index(options, stop);
        case Command::solve:
            return solve(options, stop);
        case Command::explain:
            return explain(options, stop);
        case Command::diff:
            return diff(options, stop);
        case Command::manual:
            return write_manual(options);
        case Command::report:
            return rebuild_pages(options);
        case Command::verify:
            return verify(options, stop, [&](const Options& repeated) { return run(repeated, stop); });
    }
    return 1;
}

}  // namespace reddline::cli
