#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <map>

#include "cli/version.hpp"
#include "domain/error.hpp"
#include "pipeline/spread.hpp"

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
        "audit.json and run.json to the new directory 'results'. The answer is printed on one screen."},
    CommandText{Command::check, "check",
                "Say what an audit would read and whether its inputs fit, without reading pixels",
                "Example:\n  reddline check audit.toml\n\nEvery other command does the same with --dry-run."},
    CommandText{Command::crosstab, "crosstab", "Count pixels only",
                "Example:\n  reddline crosstab audit.toml -o counted\n\n"
                "Writes crosstab.csv, pixels.csv and zones.csv, from which 'account' works without any raster."},
    CommandText{Command::account, "account", "Account, check and report from an earlier crosstab, opening no raster",
                "Example:\n  reddline account audit.toml --crosstab counted -o results"},
};

void add_common(CLI::App& app, Options& options) {
    app.add_option("FILE", options.audit_file, "The audit file (TOML)")->required();
    app.add_flag("--quiet,-q", options.quiet, "Print no summary and no progress");
    const std::map<std::string, ProgressMode> modes{
        {"auto", ProgressMode::automatic}, {"always", ProgressMode::always}, {"never", ProgressMode::never}};
    app.add_option("--progress", options.progress, "Progress on stderr: auto (on a terminal), always, never")
        ->transform(CLI::CheckedTransformer(modes))
        ->default_str("auto");
    app.add_flag_callback(
        "--json", [&options] { options.messages = MessageFormat::json; },
        "Messages on stderr as one JSON object per line");
    app.add_option("--threads,-j", options.threads, "Threads; by default those this process may use")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1024}));
    app.add_flag("--allow-missing-blocks", options.allow_missing_blocks,
                 "Count a block that cannot be read as no data, with a finding, instead of stopping");
}

void add_output(CLI::App& app, Options& options) {
    app.add_option("-o,--output", options.output, "Directory to write; it must not exist");
    app.add_flag("--overwrite", options.overwrite, "Replace the output directory once the new results are complete");
    app.add_flag("--dry-run", options.dry_run, "Do what 'check' does, write nothing");
    app.add_option_function<std::string>(
           "--fail-on",
           [&options](const std::string& level) {
               if (level == "note") options.fail_on = Severity::note;
               if (level == "warning") options.fail_on = Severity::warning;
               if (level == "contradiction") options.fail_on = Severity::contradiction;
           },
           "Exit with 4 when a finding is at least this severe: none, note, warning, contradiction")
        ->check(CLI::IsMember({"none", "note", "warning", "contradiction"}))
        ->default_str("none");
}

}  // namespace

std::string to_string(Command command) {
    for (const CommandText& text : command_texts) {
        if (text.command == command) return text.name;
    }
    return {};
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
        "Exit codes: 0 done; 1 our own fault; 2 wrong command line or audit file; 4 done, and a finding reached\n"
        "--fail-on; 65 unusable data; 74 output failed; 75 stopped by a signal.\n"
        "Help on a command: reddline COMMAND --help");
    for (const CommandText& text : command_texts) {
        CLI::App* const command = app.add_subcommand(text.name, text.summary);
        command->footer(text.example);
        add_common(*command, options);
        if (text.command != Command::check) add_output(*command, options);
        if (text.command == Command::account) {
            command->add_option("--crosstab", options.crosstab, "Directory that 'crosstab' or 'audit' wrote")
                ->required();
        }
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        line.text = app.help();
    } catch (const CLI::CallForVersion& asked) {
        line.text = std::string(asked.what()) + "\n";
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorCode::usage, "command line", std::string(error.what()) + "; see reddline --help");
    }
    for (const CommandText& text : command_texts) {
        if (app.got_subcommand(text.name)) options.command = options.dry_run ? Command::check : text.command;
    }
    const bool writes = !line.text && options.command != Command::check;
    if (writes && options.output.empty()) {
        throw Error(ErrorCode::usage, "command line", "expected -o DIR, the directory to write, found none");
    }
    return line;
}

}  // namespace reddline::cli
