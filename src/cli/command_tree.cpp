#include "cli/command_tree.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <vector>

#include "cli/command_texts.hpp"
#include "cli/version.hpp"
#include "domain/number_text.hpp"
#include "domain/year.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::cli {

namespace {

/// Accepts one of the words, in our own words.
CLI::Validator one_of(const std::vector<std::string>& words) {
    return {[words](std::string& text) {
                const bool is_known = std::ranges::find(words, text) != words.end();
                return is_known ? "" : "expected one of " + inputs::listed(words) + ", found '" + text + "'";
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

bool opens_rasters(Command command) {
    return command != Command::account && command != Command::diff && command != Command::report &&
           !reads_parts(command);
}

/// True for commands that may be told to go on where a block cannot be read; verify goes by the record.
bool may_miss_blocks(Command command) {
    return opens_rasters(command) && command != Command::index && command != Command::verify;
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
                       "Directory that 'audit', 'crosstab', 'merge', 'account' or 'solve' wrote")
            ->required()
            ->type_name("");
        app.add_option("FILE", options.audit_file, "The audit file that it was made from, its inputs around it")
            ->type_name("");
        return;
    }
    if (command == Command::audit) {
        app.add_option("FILE", options.audit_files, "The audit file (TOML), or several of them")
            ->required()
            ->type_name("");
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
                   "Memory that the pass may take, such as 500MiB or 4GiB: it takes fewer threads where more need more")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE");
}

void add_unit(CLI::App& app, Options& options) {
    app.add_option("--unit", options.unit_bytes,
                   "Decoded bytes of a unit of work, such as 512MiB; the same for all shards (default 8GiB)")
        ->transform(CLI::AsSizeValue(false))
        ->check(CLI::PositiveNumber)
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

void add_question(CLI::App& app, Options& options) {
    app.add_option("--zone", options.zone, "Name of the zone")->required()->type_name("Z");
    app.add_option("--stratum", options.stratum, "Forest type, by its name in the legend")->required()->type_name("S");
    app.add_option("--year", options.year, "Year of the loss")->required()->check(calendar_year())->type_name("Y");
}

void add_output(CLI::App& app, Options& options) {
    app.add_option("-o,--output", options.output, "Directory to write; it must not exist")->type_name("DIR");
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
    return command != Command::diff && command != Command::verify && !reads_parts(command);
}

void add_settings(CLI::App& app, Options& options) {
    app.add_option("--set", options.settings,
                   "Replace or add a value of the audit file, such as forest.canopy_pct=25; once for each value")
        ->check(key_and_value())
        ->expected(1)
        ->take_all()
        ->type_name("KEY=VALUE");
}

void add_commands(CLI::App& app, Options& options) {
    for (const CommandText& text : command_texts()) {
        CLI::App* const command = app.add_subcommand(text.name, text.summary);
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
        if (!only_prints(text.command)) add_output(*command, options);
        if (has_findings(text.command)) add_findings(*command, options);
        if (text.command == Command::audit) add_maps(*command, options);
        if (may_read_crosstab(text.command)) add_crosstab(*command, options);
        if (text.command == Command::explain) add_question(*command, options);
    }
}

}  // namespace

bool must_write(Command command) {
    return has_findings(command) || command == Command::index || command == Command::merge;
}

std::unique_ptr<CLI::App> command_tree(Options& options) {
    auto app = std::make_unique<CLI::App>(program_text, "reddline");
    app->require_subcommand(1);
    app->set_version_flag("--version", "reddline " + version_text());
    app->footer(exit_code_text + std::string("\nHelp on a command: reddline COMMAND --help"));
    add_commands(*app, options);
    return app;
}

}  // namespace reddline::cli
