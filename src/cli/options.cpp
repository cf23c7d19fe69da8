#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "cli/version.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "domain/year.hpp"
#include "inputs/nearest_name.hpp"
#include "pipeline/available_threads.hpp"

namespace reddline::cli {

namespace {

struct CommandText {
    Command command;
    const char* name;
    const char* summary;
    const char* example;
};

constexpr std::array command_texts{
    CommandText{
        Command::audit, "audit", "Count pixels, account, check and report: the whole audit",
        "Example:\n  reddline audit audit.toml -o results\n\n"
        "Reads the tiles, forest-type maps, zones and tables that audit.toml names and writes tables, report.md,\n"
        "report.html, audit.json and run.json to the new directory 'results'. The answer is printed on one screen. A "
        "file that\n"
        "gives areas in [project] and no loss product is an audit of tables alone."},
    CommandText{Command::check, "check",
                "Say what an audit would read, how long it would take, and whether its inputs fit",
                "Example:\n  reddline check audit.toml\n\nOther commands do the same with --dry-run."},
    CommandText{Command::plan, "plan", "List the units of work into which a count can be cut for several machines",
                "Example:\n  reddline plan audit.toml\n\n"
                "No pixel is read. 'crosstab --shard' counts the units of one shard, and 'merge' adds all of them up."},
    CommandText{
        Command::crosstab, "crosstab", "Count pixels only",
        "Example:\n  reddline crosstab audit.toml -o counted\n"
        "  reddline crosstab audit.toml -o parts --shard 0/4\n\n"
        "Writes crosstab.csv, pixels.csv and zones.csv, from which 'account' works without any raster. With --shard\n"
        "it writes a file for each unit of that shard instead, and the same command again goes on where it\n"
        "stopped; any number of shards may write to one directory, and 'merge' adds them up."},
    CommandText{Command::merge, "merge", "Add up what shards have counted",
                "Example:\n  reddline merge parts -o counted\n\n"
                "Writes the same bytes as 'crosstab' without shards. Missing, repeated and foreign units are refused."},
    CommandText{Command::status, "status", "Say which units shards have counted, and which are missing",
                "Example:\n  reddline status parts\n\nThe exit code is 3 where any is missing."},
    CommandText{
        Command::index, "index", "Count every block of the layers once, so that later runs read only what zones cut",
        "Example:\n  reddline index audit.toml -o indexed\n  reddline audit audit.toml --index indexed -o results\n\n"
        "Zones, factors, claims and readings may change; results are the same bytes as without the index. Where\n"
        "a layer, its legend or the patch filter changes, the index is not used, and a message says why. It\n"
        "saves most where the files are stored in square blocks."},
    CommandText{Command::account, "account",
                "Account, check and report from an earlier crosstab or from tables alone, opening no raster",
                "Example:\n  reddline account audit.toml --crosstab counted -o results\n\n"
                "Without --crosstab the audit file gives areas in [project] instead of rasters in [loss]."},
    CommandText{
        Command::solve, "solve",
        "Say what loss, forest type, factor or area would be needed for no credits, or for the claim",
        "Example:\n  reddline solve audit.toml --crosstab counted -o solved\n\n"
        "One input is solved at a time, all others held. The default reading is printed; -o DIR writes every\n"
        "reading to solve.csv. Without --crosstab the pixels are counted first, unless the audit file is one of\n"
        "tables alone."},
    CommandText{
        Command::explain, "explain",
        "Show pixels and hectares after each filter step, for one zone, forest type and year",
        "Example:\n  reddline explain audit.toml --zone project --stratum 'evergreen forest' --year 2019\n\n"
        "It answers why a number differs from another tool's. Without --crosstab the pixels are counted first."},
    CommandText{Command::diff, "diff", "Compare mapped loss of two output directories, such as of two releases",
                "Example:\n  reddline diff results-v1.8 results-v1.11 -o moved\n\n"
                "Zones are matched by name. What moved most tonnes comes first; -o DIR writes all rows to diff.csv."},
    CommandText{
        Command::report, "report", "Write report.md and report.html of a directory of results anew",
        "Example:\n  reddline report results\n\n"
        "Both follow from audit.json and run.json in that directory alone; the same results give the same bytes."},
    CommandText{
        Command::verify, "verify",
        "Say whether a directory of results holds the bits that its command gives when repeated here",
        "Example:\n  reddline verify results audit.toml\n\n"
        "Every input is hashed again, the command in run.json is repeated in a temporary directory (TMPDIR), and\n"
        "every file is compared but timing.json. The exit code is 0 for the same bits, and otherwise 65.\n"
        "Nothing is written to the directory."},
};

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const CommandText& text : command_texts)
        names.emplace_back(text.name);
    return names;
}

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, "command line", message);
}

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

CLI::Validator calendar_year() {
    return {[](std::string& text) -> std::string {
                const auto year = parse_integer(text);
                if (year && *year >= 0 && *year <= last_year_of_dates) return "";
                return "expected a calendar year such as 2019, found '" + text + "'";
            },
            ""};
}

/// True for commands that work on what shards wrote.
bool reads_parts(Command command) {
    return command == Command::merge || command == Command::status;
}

CLI::Validator not_empty() {
    return {[](std::string& text) { return text.empty() ? "expected a path, found an empty text" : ""; }, ""};
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

/// Every command comes first: so a mistyped one is told apart from a file.
void expect_command(int argc, const char* const* argv) {
    const std::string known = "expected a command first, one of " + inputs::listed(command_names()) + ", found ";
    if (argc < 2) fail(known + "none; see reddline --help");
    const std::string first = argv[1];
    for (const char* word : {"-h", "--help", "--version"}) {
        if (first == word) return;
    }
    const std::vector<std::string> names = command_names();
    if (std::ranges::find(names, first) != names.end()) return;
    const bool is_option = first.starts_with("-");
    const std::string nearest = is_option ? "" : "; the nearest is '" + inputs::nearest_name(first, names) + "'";
    fail(known + "'" + first + "'" + nearest + "; see reddline --help");
}

/// An argument that the command does not know, with the nearest one that it does.
[[noreturn]] void fail_on_extra(const CLI::App& command) {
    const std::string help = "; see reddline " + command.get_name() + " --help";
    for (const std::string& argument : command.remaining()) {
        if (!argument.starts_with("-")) continue;
        const std::string found = "expected options of '" + command.get_name() + "', found '" + argument + "'";
        if (!argument.starts_with("--")) fail(found + help);
        std::vector<std::string> known;
        for (const CLI::Option* option : command.get_options()) {
            for (const std::string& name : option->get_lnames())
                known.push_back("--" + name);
        }
        fail(found + "; the nearest is '" + inputs::nearest_name(argument.substr(0, argument.find('=')), known) + "'" +
             help);
    }
    const std::string name = command.get_name();
    const std::string subject = name == "diff"     ? "two directories"
                                : name == "report" ? "one DIR"
                                : name == "verify" ? "one DIR and one FILE"
                                                   : "one FILE";
    fail("expected " + subject + ", found '" + command.remaining().front() + "' as well; leave it out" + help);
}

/// True for commands that end with findings.
bool has_findings(Command command) {
    return command == Command::audit || command == Command::crosstab || command == Command::account;
}

/// True for commands that need an output directory.
bool must_write(Command command) {
    return has_findings(command) || command == Command::index || command == Command::merge;
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

void add_commands(CLI::App& app, Options& options) {
    for (const CommandText& text : command_texts) {
        CLI::App* const command = app.add_subcommand(text.name, text.summary);
        command->footer(text.example);
        add_subject(*command, text.command, options);
        add_common(*command, options);
        if (opens_rasters(text.command)) add_memory(*command, options);
        if (may_miss_blocks(text.command)) add_missing_blocks(*command, options);
        if (may_miss_blocks(text.command) && text.command != Command::plan) add_index(*command, options);
        if (text.command == Command::plan || text.command == Command::crosstab) add_unit(*command, options);
        if (text.command == Command::crosstab) add_shard(*command, options);
        if (text.command == Command::merge) {
            command->add_flag("--allow-partial", options.allow_partial,
                              "Merge although units are missing; every result then says that it is partial");
        }
        if (!only_prints(text.command)) add_output(*command, options);
        if (has_findings(text.command)) add_findings(*command, options);
        if (may_read_crosstab(text.command)) add_crosstab(*command, options);
        if (text.command == Command::explain) add_question(*command, options);
    }
}

}  // namespace

std::string to_string(Command command) {
    for (const CommandText& text : command_texts) {
        if (text.command == command) return text.name;
    }
    return {};
}

std::string command_text(const Options& options) {
    std::string text =
        "reddline " + to_string(options.command) + " " + std::filesystem::path(options.audit_file).filename().string();
    if (!options.crosstab.empty()) text += std::string(" --crosstab ") + crosstab_name;
    if (options.allow_missing_blocks) text += " --allow-missing-blocks";
    return text;
}

/// Stops at options that leave no use for an index, or that it cannot serve.
void expect_use_of_index(const Options& options, const std::string& help) {
    if (options.index.empty()) return;
    const auto refuse = [&](bool is_given, const std::string& option, const std::string& reason) {
        if (is_given)
            fail("expected no " + option + " beside --index, " + reason + "; leave one of the two out" + help);
    };
    refuse(!options.crosstab.empty(), "--crosstab", "since then no pixel is read");
    refuse(options.allow_missing_blocks, "--allow-missing-blocks", "since an index holds no damaged block");
}

/// Stops at options that a shard does not know.
void expect_shard_alone(const Options& options, const std::string& help) {
    if (options.shard.empty()) {
        if (options.keep_going) fail("expected --shard beside --keep-going, found none" + help);
        return;
    }
    const auto refuse = [&](bool is_given, const std::string& option) {
        if (is_given) fail("expected no " + option + " beside --shard, found it; leave one of the two out" + help);
    };
    refuse(!options.index.empty(), "--index");
    refuse(options.overwrite, "--overwrite");
}

CommandLine parse_command_line(int argc, const char* const* argv) {
    CommandLine line;
    Options& options = line.options;
    options.threads = pipeline::available_threads();
    CLI::App app{
        "Recomputes the carbon credits of a forest-protection project from satellite loss maps, forest-type maps\n"
        "and the national baseline, and says what an auditor should doubt.",
        "reddline"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "reddline " + version_text());
    app.footer(
        "Exit codes: 0 done; 1 our own fault; 2 wrong command line or audit file; 3 incomplete; 4 done, and a finding\n"
        "reached --fail-on; 65 unusable data; 74 output failed; 75 stopped by a signal.\n"
        "Help on a command: reddline COMMAND --help");
    add_commands(app, options);
    expect_command(argc, argv);
    const std::string help = "; see reddline " + std::string(argv[1]) + " --help";
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        line.text = app.help();
    } catch (const CLI::CallForVersion& asked) {
        line.text = std::string(asked.what()) + "\n";
    } catch (const CLI::ExtrasError&) {
        fail_on_extra(*app.get_subcommand(argv[1]));
    } catch (const CLI::ParseError& error) {
        fail(error.what() + help);
    }
    for (const CommandText& text : command_texts) {
        if (app.got_subcommand(text.name)) options.command = text.command;
    }
    if (options.quiet) options.progress = ProgressMode::never;
    expect_use_of_index(options, help);
    expect_shard_alone(options, help);
    const bool writes = !line.text && must_write(options.command) && !options.dry_run;
    if (writes && options.output.empty()) fail("expected -o DIR, the directory to write, found none" + help);
    return line;
}

}  // namespace reddline::cli
