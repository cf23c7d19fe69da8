#include "cli/run.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "accounting/account.hpp"
#include "audit/checks.hpp"
#include "cli/check_inputs.hpp"
#include "cli/count_facts.hpp"
#include "cli/load_tables.hpp"
#include "cli/output_directory.hpp"
#include "cli/provenance_of.hpp"
#include "cli/raster_pass.hpp"
#include "cli/stopwatch.hpp"
#include "domain/count_basis.hpp"
#include "domain/error.hpp"
#include "inputs/count_basis.hpp"
#include "inputs/crosstab_table.hpp"
#include "inputs/finding_table.hpp"
#include "inputs/zone_references.hpp"
#include "report/answer.hpp"
#include "report/count_basis_json.hpp"
#include "report/crosstab_tables.hpp"
#include "report/json_report.hpp"
#include "report/markdown_report.hpp"
#include "report/result_tables.hpp"
#include "report/run_json.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// The command as far as it can change a result; the audit file without its folder.
std::string command_text(const Options& options) {
    std::string text =
        "reddline " + to_string(options.command) + " " + fs::path(options.audit_file).filename().string();
    if (options.allow_missing_blocks) text += " --allow-missing-blocks";
    return text;
}

void expect_running(const std::atomic<bool>& stop) {
    if (stop.load()) throw Error(ErrorCode::stopped, "signal", "the run was stopped; nothing was written");
}

void write_crosstab(const AuditCase& audit, const Findings& layer_findings, const OutputDirectory& output) {
    output.write("crosstab.csv", report::crosstab_csv(audit));
    output.write("pixels.csv", report::pixels_csv(audit));
    output.write("zones.csv", report::zones_csv(audit));
    output.write("layer_findings.csv", report::findings_csv(layer_findings));
}

void write_results(const AuditCase& audit, const AuditResult& results, const OutputDirectory& output) {
    output.write("activity.csv", report::activity_csv(audit, results));
    output.write("emissions.csv", report::emissions_csv(audit, results));
    output.write("transitions.csv", report::transitions_csv(audit, results));
    output.write("carbon_stock.csv", report::carbon_stock_csv(audit, results));
    output.write("canopy.csv", report::canopy_csv(audit, results));
    output.write("readings.csv", report::readings_csv(audit, results));
    output.write("ledger.csv", report::ledger_csv(audit, results));
    output.write("findings.csv", report::findings_csv(results.findings));
    output.write("audit.json", report::audit_json(audit, results));
    output.write("report.md", report::markdown_report(audit, results));
}

/// Accounts and checks a counted case; findings on layers and zones come first.
AuditResult judged(const AuditCase& audit, const Findings& layer_findings) {
    AuditResult results = accounting::account(audit);
    results.findings = layer_findings;
    const Findings found = audit::run_checks(audit, results);
    results.findings.insert(results.findings.end(), found.begin(), found.end());
    return results;
}

int exit_code(const Options& options, const Findings& findings) {
    const bool reached = options.fail_on && std::ranges::any_of(findings, [&](const Finding& finding) {
                             return finding.severity >= *options.fail_on;
                         });
    return reached ? 4 : 0;
}

/// What the end of a run needs besides the tables.
struct Ending {
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
            {behind_tables(tables, provenance), provenance.inputs.end()}};
}

/// Writes provenance and timing, moves the directory into place and prints the summary.
void finish(const Options& options, const LoadedTables& tables, const Ending& ending, const std::atomic<bool>& stop,
            Stopwatch& watch, OutputDirectory& output) {
    Provenance provenance = provenance_of(command_text(options), tables, ending.files, options.threads, stop);
    provenance.default_reading = ending.default_reading;
    const CountBasis basis = ending.earlier ? *ending.earlier : basis_of_this_run(tables, provenance);
    if (ending.earlier) {
        provenance.inputs.insert(behind_tables(tables, provenance), basis.inputs.begin(), basis.inputs.end());
    }
    provenance.pixels_read = basis.pixels_read;
    watch.lap("hash");
    output.write("crosstab.json", report::count_basis_json(basis));
    output.write("run.json", report::run_json(provenance));
    output.write("timing.json", report::timing_json(watch.laps(), options.threads));
    expect_running(stop);
    output.publish();
    if (!options.quiet) std::cout << ending.summary << "\nResults: " << options.output << std::endl;
}

int run_rasters(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    LoadedTables tables = load_tables(options.audit_file);
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    const RasterInputs rasters = open_rasters(tables, options);
    expect_running(stop);
    watch.lap("open");
    const Findings layer_findings = count_pixels(rasters, options, stop, tables);
    watch.lap("crosstab");
    write_crosstab(tables.audit, layer_findings, output);
    const std::string pixels_text = "\nPixels: " + report::read_sentence(tables.audit) + ".\n";
    Ending ending{rasters.read, std::nullopt, "", tables.audit.title + pixels_text};
    if (options.command == Command::crosstab) {
        finish(options, tables, ending, stop, watch, output);
        return exit_code(options, layer_findings);
    }
    const AuditResult results = judged(tables.audit, layer_findings);
    write_results(tables.audit, results, output);
    watch.lap("account");
    ending.default_reading = report::reading_text(tables.audit, results.default_reading);
    ending.summary = report::summary_text(tables.audit, results) + pixels_text;
    finish(options, tables, ending, stop, watch, output);
    return exit_code(options, results.findings);
}

/// What an earlier run counted, beside the zones and crosstabs that it put into the tables.
struct EarlierCount {
    CountBasis basis;
    Findings layer_findings;
    std::vector<std::string> files;
};

EarlierCount load_crosstab(const Options& options, LoadedTables& tables) {
    AuditCase& audit = tables.audit;
    EarlierCount earlier;
    const auto read = [&](const char* name) {
        earlier.files.push_back((fs::path(options.crosstab) / name).string());
        return read_text(earlier.files.back());
    };
    const std::string crosstab_csv = read("crosstab.csv");
    const std::string pixels_csv = read("pixels.csv");
    const std::string basis_json = read("crosstab.json");
    earlier.basis = inputs::parse_count_basis(basis_json, earlier.files.back());
    expect_counted_with(count_facts(tables), earlier.basis.facts, earlier.files.back());
    const std::string zones_csv = read("zones.csv");
    audit.zones = inputs::parse_zones(zones_csv, earlier.files.back());
    audit.crosstabs =
        inputs::parse_crosstabs({crosstab_csv, pixels_csv, zones_csv}, audit.zones, audit.maps, audit.codes);
    inputs::expect_named_zones(audit);
    const std::string findings_csv = read("layer_findings.csv");
    earlier.layer_findings = inputs::parse_findings(findings_csv, earlier.files.back());
    return earlier;
}

int run_account(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    LoadedTables tables = load_tables(options.audit_file);
    const AuditCase& audit = tables.audit;
    const EarlierCount earlier = load_crosstab(options, tables);
    if (options.dry_run) {
        if (options.quiet) return 0;
        std::cout << audit.title << "\nPixels: " << report::pixel_sentence(audit)
                  << ".\nThe tables and the crosstab fit each other; nothing was written." << std::endl;
        return 0;
    }
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    watch.lap("open");
    write_crosstab(audit, earlier.layer_findings, output);
    const AuditResult results = judged(audit, earlier.layer_findings);
    write_results(audit, results, output);
    watch.lap("account");
    const Ending ending{earlier.files, earlier.basis, report::reading_text(audit, results.default_reading),
                        report::summary_text(audit, results)};
    finish(options, tables, ending, stop, watch, output);
    return exit_code(options, results.findings);
}

}  // namespace

int run(const Options& options, const std::atomic<bool>& stop) {
    switch (options.command) {
        case Command::check:
            return check_inputs(options);
        case Command::account:
            return run_account(options, stop);
        case Command::audit:
        case Command::crosstab:
            return options.dry_run ? check_inputs(options) : run_rasters(options, stop);
    }
    return 1;
}

}  // namespace reddline::cli
