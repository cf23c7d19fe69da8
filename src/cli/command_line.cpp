#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>
#include <vector>

#include "cli/command_texts.hpp"
#include "cli/command_tree.hpp"
#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "inputs/nearest_name.hpp"
#include "pipeline/available_threads.hpp"

namespace reddline::cli {

namespace {

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, "command line", message);
}

/// Every command comes first: so a mistyped one is told apart from a file.
void expect_command(int argc, const char* const* argv) {
    const std::string known = "expected a command first, one of " + joined(command_names()) + ", found ";
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
    const std::string subject = name == "init" || name == "manual" ? "options alone"
                                : name == "diff"                   ? "two directories"
                                : name == "report"                 ? "one DIR"
                                : name == "verify"                 ? "one DIR and one FILE"
                                                                   : "one FILE";
    fail("expected " + subject + ", found '" + command.remaining().front() + "' as well; leave it out" + help);
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

/// Tells a batch from a single audit.
void settle_batch(Options& options, const std::string& help) {
    if (options.resume && options.overwrite) {
        fail("expected one of --resume and --overwrite, found both; leave one of the two out" + help);
    }
    if (options.command != Command::audit) return;
    if (options.audit_files.size() == 1 && !options.jobs) {
        if (options.keep_going) fail("expected several files beside --keep-going, found one" + help);
        options.audit_file = std::exchange(options.audit_files, {}).front();
        return;
    }
    if (options.dry_run) {
        fail("expected one file beside --dry-run, found several or --jobs; run 'reddline check' on each" + help);
    }
    if (!options.jobs) options.jobs = 1;
}

/// Stops at options that a shard does not know.
void expect_shard_alone(const Options& options, const std::string& help) {
    if (options.shard.empty() && options.command == Command::audit) return;
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

/// What a command lacks that writes.
std::string missing_output(Command command) {
    return command == Command::init ? "-o FILE, the audit file to write" : "-o DIR, the directory to write";
}

}  // namespace

CommandLine parse_command_line(int argc, const char* const* argv) {
    CommandLine line;
    Options& options = line.options;
    options.threads = pipeline::available_threads();
    const std::unique_ptr<CLI::App> app = command_tree(options);
    expect_command(argc, argv);
    const std::string help = "; see reddline " + std::string(argv[1]) + " --help";
    try {
        app->parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        line.text = app->help();
    } catch (const CLI::CallForVersion& asked) {
        line.text = std::string(asked.what()) + "\n";
    } catch (const CLI::ExtrasError&) {
        fail_on_extra(*app->get_subcommand(argv[1]));
    } catch (const CLI::ParseError& error) {
        fail(error.what() + help);
    }
    for (const CommandText& text : command_texts()) {
        if (app->got_subcommand(text.name)) options.command = text.command;
    }
    if (options.quiet) options.progress = ProgressMode::never;
    if (!line.text) settle_batch(options, help);
    expect_use_of_index(options, help);
    expect_shard_alone(options, help);
    const bool writes = !line.text && must_write(options.command) && !options.dry_run;
    if (writes && options.output.empty()) fail("expected " + missing_output(options.command) + ", found none" + help);
    return line;
}

}  // namespace reddline::cli
