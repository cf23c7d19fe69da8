#include "cli/account_tables.hpp"

#include <iostream>
#include <iterator>
#include <string>

#include "accounting/factor_coverage.hpp"
#include "cli/finish_run.hpp"
#include "cli/load_crosstab.hpp"
#include "cli/load_tables.hpp"
#include "cli/resume.hpp"
#include "cli/write_crosstab.hpp"
#include "cli/write_mocaredd.hpp"
#include "cli/write_parquet.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "report/answer.hpp"
#include "report/summary.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace {

/// Accounts a case whose pixels are counted, or that has none, and writes what follows.
int finish_account(const Options& options, const LoadedTables& tables, const EarlierCount& earlier,
                   const std::atomic<bool>& stop, Stopwatch& watch, OutputDirectory& output) {
    const AuditCase& audit = tables.audit;
    const AuditResult results = judged(audit, earlier.layer_findings);
    write_results(audit, results, output);
    const std::string remarks = options.mocaredd ? write_mocaredd(audit, results, output) : "";
    watch.lap("account");
    const std::string pixels = audit.has_pixels() ? pixels_text(report::pixel_sentence(report::english(), audit)) : "";
    const Ending ending{options.threads,
                        earlier.files,
                        earlier.basis,
                        report::reading_text(report::english(), audit, results.default_reading),
                        report::summary_text(report::english(), audit, results) + pixels,
                        remarks};
    InputDigests digests(stop);
    finish(options, tables, ending, stop, digests, watch, output);
    return exit_code_of(options, results.findings);
}

}  // namespace

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

int account_tables(const Options& options, const std::atomic<bool>& stop) {
    if (options.maps) {
        throw Error(ErrorCode::usage, "--maps",
                    "expected an audit of pixels, found one of tables alone, which has nothing to map; leave it out");
    }
    expect_parquet(options);
    if (options.dry_run) return check_tables(options);
    Stopwatch watch;
    const LoadedTables tables = load_tables_alone(options);
    expect_readings(tables.audit);
    if (options.mocaredd) expect_mocaredd(tables.audit);
    InputDigests digests(stop);
    if (const auto exit_code = resumed(options, tables, {}, digests)) return *exit_code;
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    watch.lap("open");
    return finish_account(options, tables, {}, stop, watch, output);
}

int account_crosstab(const Options& options, const std::atomic<bool>& stop) {
    expect_parquet(options);
    Stopwatch watch;
    LoadedTables tables = load_tables(options);
    const AuditCase& audit = tables.audit;
    const EarlierCount earlier = load_crosstab(options.crosstab, tables);
    expect_readings(audit);
    if (options.mocaredd) expect_mocaredd(audit);
    if (options.dry_run) {
        accounting::expect_factors(audit);
        if (options.quiet) return 0;
        std::cout << audit.title << "\nPixels: " << report::pixel_sentence(report::english(), audit)
                  << ".\nThe tables and the crosstab fit each other; nothing was written." << std::endl;
        return 0;
    }
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    watch.lap("open");
    write_crosstab(audit, earlier.layer_findings, output);
    return finish_account(options, tables, earlier, stop, watch, output);
}

}  // namespace reddline::cli
