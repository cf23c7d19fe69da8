#include "cli/finish_run.hpp"

#include <filesystem>
#include <iostream>
#include <iterator>

#include "accounting/account.hpp"
#include "accounting/readings.hpp"
#include "audit/checks.hpp"
#include "cli/count_facts.hpp"
#include "cli/provenance_of.hpp"
#include "cli/workbook_file.hpp"
#include "cli/write_data_package.hpp"
#include "cli/write_pages.hpp"
#include "cli/write_parquet.hpp"
#include "estimation/credit_inputs.hpp"
#include "estimation/credit_uncertainty.hpp"
#include "estimation/sampled_correlations.hpp"
#include "pipeline/ordered_map.hpp"
#include "report/claim_csv.hpp"
#include "report/count_basis_json.hpp"
#include "report/factor_tables.hpp"
#include "report/json_report.hpp"
#include "report/reading_csv.hpp"
#include "report/result_tables.hpp"
#include "report/run_json.hpp"
#include "report/solve_text.hpp"
#include "report/uncertainty_csv.hpp"
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

}  // namespace

void expect_readings(const AuditCase& audit) {
    static_cast<void>(accounting::every_reading(audit));
    estimation::expect_inputs(audit);
    estimation::expect_distributions(audit);
    estimation::expect_sampled_correlations(audit);
}

AuditResult judged(const AuditCase& audit, const Findings& layer_findings) {
    AuditResult results = accounting::account(audit);
    results.uncertainty = estimation::credit_uncertainty(audit, results);
    results.findings = layer_findings;
    const Findings found = audit::run_checks(audit, results);
    results.findings.insert(results.findings.end(), found.begin(), found.end());
    return results;
}

void write_results(const AuditCase& audit, const AuditResult& results, const OutputDirectory& output) {
    if (audit.has_pixels()) write_mapped(audit, results, output);
    if (!audit.has_pixels()) output.write("solve.csv", report::solve_csv(audit, {{}, {}, results.claim_alone}));
    write_claim(audit, results, output);
    output.write("activity.csv", report::activity_csv(audit, results));
    output.write("emissions.csv", report::emissions_csv(audit, results));
    output.write("factors.csv", report::factors_csv(audit));
    output.write("readings.csv", report::readings_csv(audit, results));
    output.write("choices.csv", report::choices_csv(audit, results));
    output.write("unit_reference.csv", report::unit_reference_csv(audit, results));
    output.write("ledger.csv", report::ledger_csv(audit, results));
    output.write("uncertainty.csv", report::uncertainty_csv(audit, results));
    output.write("uncertainty_inputs.csv", report::uncertainty_inputs_csv(audit, results));
    output.write("uncertainty_correlations.csv", report::uncertainty_correlations_csv(audit, results));
    output.write("uncertainty_convergence.csv", report::uncertainty_convergence_csv(audit, results));
    output.write("program_deductions.csv", report::program_deductions_csv(audit, results));
    output.write("missing.csv", report::missing_csv(results));
    output.write("findings.csv", report::findings_csv(results.findings));
    output.write_file("audit.xlsx", [&](const fs::path& path, const fs::path& shown) {
        write_workbook(report::workbook(audit, results), path, shown);
    });
    output.write("audit.json", report::audit_json(report::english(), audit, results));
}

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
    if (options.parquet) write_parquet(tables.audit.maps, stop, output);
    write_data_package(tables.audit.title, provenance.label, tables.audit.maps, stop, output);
    if (options.command != Command::crosstab) write_pages(output.folder());
    output.write("timing.json", report::timing_json(watch.laps(), ending.threads));
    pipeline::expect_running(&stop);
    output.publish();
    if (!options.quiet) std::cout << ending.summary << ending.remarks << "Results: " << options.output << std::endl;
}

}  // namespace reddline::cli
