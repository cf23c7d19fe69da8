#include "cli/command_tree.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <vector>

#include "cli/byte_size.hpp"
#include "cli/command_texts.hpp"
#include "cli/help_format.hpp"
#include "cli/version.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "domain/year.hpp"

namespace reddline::cli {

namespace {

/// Accepts one of the words, in our own words.
CLI::Validator one_of(const std::vector<std::string>& words) {
    return {[words](std::string& text) {
                const bool is_known = std::ranges::find(words, text) != words.end();
                return is_known ? "" : "expected one of " + joined(words) + ", found '" + text + "'";
            },
            ""};
}

CLI::Validator thread_count() {
    return {[](std::string& text) -> std::string {
                constexpr std::int64_t most = 1024;
                const auto count = parse_integer(text);
                if (count && *count >= 1 && *count <= most) return "";
                return "expected a whole number from 1 to " + std::to_string(most) + ", found '" + text + "'";
            },
            ""};
}

CLI::Validator key_and_value() {
    return {[](std::string& text) {
                return text.find('=') != std::string::npos ? "" : "expected key=value, found '" + text + "'";
            },
            ""};
}

CLI::Validator calendar_year() {
    return {[](std::string& text) -> std::string {
                const auto year = parse_integer(text);
                if (year && *year >= 0 && *year <= last_year_of_dates) return "";
                return "expected a calendar year such as 2019, found '" + text + "'";
            },
            ""};
}

CLI::Validator per_cent() {
    return {[](std::string& text) -> std::string {
                const auto number = parse_double(text);
                if (number && *number >= 0.0 && *number <= 100.0) return "";
                return "expected a number from 0 to 100, found '" + text + "'";
            },
            ""};
}

CLI::Validator date() {
    return {[](std::string& text) {
                return parse_date(text) ? "" : "expected a date such as 2018-03-12, found '" + text + "'";
            },
            ""};
}

CLI::Validator not_empty() {
    return {[](std::string& text) { return text.empty() ? "expected a path, found an empty text" : ""; }, ""};
}

/// True for commands that work on what shards wrote.
bool reads_parts(Command command) {
    return command == Command::merge || command == Command::status;
}

/// True for commands that end with findings.
bool has_findings(Command command) {
    return command == Command::audit || command == Command::crosstab || command == Command::account;
}

/// True for commands that ask for no audit, and take neither a file nor rasters.
bool stands_alone(Command command) {
    return command == Command::init || command == Command::manual;
}

bool opens_rasters(Command command) {
    return !stands_alone(command) && command != Command::account && command != Command::estimate &&
           command != Command::diff && command != Command::report && command != Command::workbook &&
           !reads_parts(command);
}

/// True for commands that may be told to go on where a block cannot be read; verify goes by the record.
bool may_miss_blocks(Command command) {
    return opens_rasters(command) && command != Command::index && command != Command::sample &&
           command != Command::biomass && command != Command::verify;
}

/// True for commands that write no directory of their own.
bool only_prints(Command command) {
    return command == Command::check || command == Command::explain || command == Command::plan ||
           command == Command::status || command == Command::report || command == Command::verify;
}

bool may_read_crosstab(Command command) {
    return command == Command::account || command == Command::solve || command == Command::explain;
}

/// What the command works on.
void add_subject(CLI::App& app, Command command, Options& options) {
    if (command == Command::diff) {
        app.add_option("A", options.first, "Directory that 'audit' or 'account' wrote")->required()->type_name("");
        app.add_option("B", options.second, "Another one, such as of a later release")->required()->type_name("");
        return;
    }
    if (reads_parts(command)) {
        app.add_option("DIR", options.parts, "Directories that 'crosstab --shard' wrote, of one plan")
            ->required()
            ->type_name("");
        return;
    }
    if (command == Command::report) {
        app.add_option("DIR", options.results, "Directory that 'audit' or 'account' wrote")->required()->type_name("");
        return;
    }
    if (command == Command::verify) {
        app.add_option("DIR", options.results,
                       "Directory that 'audit', 'crosstab', 'merge', 'account', 'solve', 'sample', 'estimate', "
                       "'biomass' or 'workbook' wrote")
            ->required()
            ->type_name("");
        app.add_option("FILE", options.audit_file,
                       "The audit file or workbook that it was made from, its inputs around it")
            ->option_text("(required)");  // 'verify' itself says which file is missing
        return;
    }
    if (command == Command::audit) {
        app.add_option("FILE", options.audit_files, "The audit file (TOML), or several of them")
            ->required()
            ->type_name("");
        return;
    }
    if (stands_alone(command)) return;
    if (command == Command::workbook) {
        app.add_option("FILE", options.audit_file, "The mocaredd workbook (.xlsx)")->required()->type_name("");
        return;
    }
    app.add_option("FILE", options.audit_file, "The audit file (TOML)")->required()->type_name("");
}

void add_common(CLI::App& app, Options& options) {
    app.add_flag("--quiet,-q", options.quiet, "Print no summary and no progress");
    app.add_option_function<std::string>(
           "--progress",
           [&options](const std::string& when) {
               if (when == "always") options.progress = ProgressMode::always;
               if (when == "never") options.progress = ProgressMode::never;
           },
           "Progress on stderr; auto: on a terminal (default)")
        ->check(one_of({"auto", "always", "never"}))
        ->type_name("auto|always|never");
    app.add_flag_callback(
        "--json", [&options] { options.messages = MessageFormat::json; },
        "Messages on stderr as one JSON object per line");
    app.add_option("--threads,-j", options.threads, "Threads; by default those this process may use")
        ->check(thread_count())
        ->type_name("N");
}

void add_memory(CLI::App& app, Options& options) {
    app.add_option("--memory", options.memory_bytes,
                   "Memory that the count may take, such as 500MiB or 4GiB; with less of it, fewer threads count")
        ->transform(byte_size())
        ->type_name("SIZE");
}

void add_unit(CLI::App& app, Options& options) {
    app.add_option("--unit", options.unit_bytes,
                   "Decoded bytes of a unit of work, such as 512MiB; the same for all shards (default 8GiB)")
        ->transform(byte_size())
        ->type_name("SIZE");
}

void add_shard(CLI::App& app, Options& options) {
    app.add_option("--shard", options.shard,
                   "Count every n-th unit from the i-th on (0 to n - 1), or auto: as the MPI launcher or Slurm says")
        ->type_name("i/n|auto");
    app.add_flag("--keep-going", options.keep_going,
                 "With --shard: go on where a unit fails; 'status' lists it, and the exit code is 3");
}

void add_missing_blocks(CLI::App& app, Options& options) {
    app.add_flag("--allow-missing-blocks", options.allow_missing_blocks,
                 "Count a block that cannot be read as no data, with a finding, instead of stopping");
}

void add_index(CLI::App& app, Options& options) {
    app.add_option("--index", options.index,
                   "Directory that 'index' wrote: cells that no border of a zone cuts are not read")
        ->check(not_empty())
        ->type_name("DIR");
}

void add_crosstab(CLI::App& app, Options& options) {
    app.add_option("--crosstab", options.crosstab,
                   "Directory that 'crosstab' or 'audit' wrote; none for an audit of tables alone")
        ->type_name("DIR");
}

void add_maps(CLI::App& app, Options& options) {
    app.add_flag("--maps", options.maps,
                 "Write maps as well, to DIR/maps: GeoTIFF, GeoPackage and pictures; it reads the pixels twice");
}

void add_mocaredd(CLI::App& app, Options& options) {
    app.add_flag("--mocaredd", options.mocaredd,
                 "Write the default reading as a mocaredd workbook as well, mocaredd.xlsx; one for each project");
}

void add_parquet(CLI::App& app, Options& options) {
    app.add_flag("--parquet", options.parquet,
                 "Write each table as Parquet as well, beside its CSV file; GDAL needs its driver Parquet");
}

void add_question(CLI::App& app, Options& options) {
    app.add_option("--zone", options.zone, "Name of the zone")->required()->type_name("Z");
    app.add_option("--stratum", options.stratum, "Forest type, by its name in the legend")->required()->type_name("S");
    app.add_option("--year", options.year, "Year of the loss")->required()->check(calendar_year())->type_name("Y");
}

void add_output(CLI::App& app, Command command, Options& options) {
    const std::string text = command == Command::audit
                                 ? "Directory to write; it must not exist, but where several audits go on in it"
                                 : "Directory to write; it must not exist";
    app.add_option("-o,--output", options.output, text)->type_name("DIR");
    app.add_flag("--overwrite", options.overwrite,
                 "Replace the results of an earlier run once the new ones are complete");
}

void add_findings(CLI::App& app, Options& options) {
    app.add_flag("--dry-run", options.dry_run, "Say what would be read and whether it fits, write nothing");
    app.add_option_function<std::string>(
           "--fail-on",
           [&options](const std::string& level) {
               if (level == "note") options.fail_on = Severity::note;
               if (level == "warning") options.fail_on = Severity::warning;
               if (level == "contradiction") options.fail_on = Severity::contradiction;
           },
           "Exit with 4 when a finding is at least this severe; none is the default")
        ->check(one_of({"none", "note", "warning", "contradiction"}))
        ->type_name("none|note|warning|contradiction");
}

/// What an audit of several files takes besides.
void add_batch(CLI::App& app, Options& options) {
    app.add_option("--jobs", options.jobs,
                   "Run this many audits at a time, each into a directory of its own in DIR, also where FILE is one")
        ->check(thread_count())
        ->type_name("N");
    app.add_flag("--keep-going", options.keep_going,
                 "Go on with the other files where one fails; the exit code is then 3");
    app.add_flag("--resume", options.resume,
                 "Leave results alone that this program made of the same inputs; several files always do");
}

/// True for commands that read an audit file as it is asked; verify goes by the record.
bool reads_audit_file(Command command) {
    return !stands_alone(command) && command != Command::diff && command != Command::report &&
           command != Command::workbook && command != Command::verify && !reads_parts(command);
}

void add_settings(CLI::App& app, Options& options) {
    app.add_option("--set", options.settings,
                   "Replace or add a value of the audit file, such as forest.canopy_pct=25; once for each value")
        ->check(key_and_value())
        ->expected(1)
        ->take_all()
        ->type_name("KEY=VALUE");
}

/// A flag of `init` that takes any text but an empty one.
void add_text(CLI::App& app, const std::string& name, std::string& value, const std::string& type,
              const std::string& meaning) {
    app.add_option(name, value, meaning)->check(not_empty())->type_name(type);
}

/// An option of `init` that may be given several times.
void add_texts(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& type,
               const std::string& meaning) {
    app.add_option(name, values, meaning)->check(not_empty())->expected(1)->take_all()->type_name(type);
}

/// What `init` is told of the audit.
void add_draft(CLI::App& app, DraftRequest& draft) {
    add_texts(app, "--tiles", draft.folders, "DIR",
              "Folder with tiles of the loss product, and maps, legends and zones; once for each, without subfolders");
    add_texts(app, "--strata", draft.maps, "[ROLE=]FILE",
              "Forest-type map, in the place of those found; ROLE: baseline, monitoring or independent");
    add_texts(app, "--zones", draft.zones, "FILE", "Polygons of zones, in the place of those found");
    add_text(app, "--legend", draft.legend, "FILE", "Legend of every map; by default what lies beside the map");
    add_texts(app, "--project", draft.projects, "NAME", "Zone that is the project");
    add_texts(app, "--belt", draft.belts, "NAME", "Zone that is its displacement belt");
    add_text(app, "--title", draft.title, "WORDS", "Title of the audit; by default the folder's name");
    add_text(app, "--label", draft.label, "WORDS", "What stands beside every result");
    add_text(app, "--release", draft.release, "NAME", "Release of the loss product; by default as the tiles are named");
    app.add_option("--canopy-pct", draft.canopy_pct, "Canopy cover that makes a forest, per cent")
        ->check(per_cent())
        ->type_name("N");
    app.add_option("--canopy-rule", draft.canopy_rule, "Whether forest has more than that, or at least that")
        ->check(one_of({"greater", "at-least"}))
        ->type_name("greater|at-least");
    app.add_option("--start", draft.start, "First day of the monitoring period")->check(date())->type_name("DATE");
    app.add_option("--end", draft.end, "Last day of the monitoring period")->check(date())->type_name("DATE");
}

void add_audit_file_output(CLI::App& app, Options& options) {
    app.add_option("-o,--output", options.output, "Audit file to write; it must not exist")->type_name("FILE");
    app.add_flag("--overwrite", options.overwrite, "Replace an audit file that is there");
}

void add_commands(CLI::App& app, Options& options) {
    for (const CommandText& text : command_texts()) {
        CLI::App* const command = app.add_subcommand(text.name, text.summary)->group("Commands");
        command->footer(text.example);
        add_subject(*command, text.command, options);
        add_common(*command, options);
        if (reads_audit_file(text.command)) add_settings(*command, options);
        if (opens_rasters(text.command)) add_memory(*command, options);
        if (may_miss_blocks(text.command)) add_missing_blocks(*command, options);
        if (may_miss_blocks(text.command) && text.command != Command::plan) add_index(*command, options);
        if (text.command == Command::plan || text.command == Command::crosstab) add_unit(*command, options);
        if (text.command == Command::audit) add_batch(*command, options);
        if (text.command == Command::crosstab) add_shard(*command, options);
        if (text.command == Command::merge) {
            command->add_flag("--allow-partial", options.allow_partial,
                              "Merge although units are missing; every result then says that it is partial");
        }
        if (text.command == Command::init) {
            add_draft(*command, options.draft);
            add_audit_file_output(*command, options);
        } else if (!only_prints(text.command)) {
            add_output(*command, text.command, options);
        }
        if (has_findings(text.command)) add_findings(*command, options);
        if (text.command == Command::audit) add_maps(*command, options);
        if (text.command == Command::audit || text.command == Command::account) add_mocaredd(*command, options);
        if (text.command == Command::audit || text.command == Command::account) add_parquet(*command, options);
        if (may_read_crosstab(text.command)) add_crosstab(*command, options);
        if (text.command == Command::explain) add_question(*command, options);
    }
}

}  // namespace

bool must_write(Command command) {
    return has_findings(command) || stands_alone(command) || command == Command::index || command == Command::merge ||
           command == Command::sample || command == Command::estimate || command == Command::biomass;
}

std::unique_ptr<CLI::App> command_tree(Options& options) {
    auto app = std::make_unique<CLI::App>(program_text, "reddline");
    app->require_subcommand(1);
    app->formatter(help_format());
    app->set_version_flag("--version", "reddline " + version_text());
    app->footer(exit_code_text + std::string("\n\nHelp on a command: reddline COMMAND --help"));
    add_commands(*app, options);
    return app;
}

}  // namespace reddline::cli
