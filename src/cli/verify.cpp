#include "cli/verify.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/messages.hpp"
#include "cli/new_file.hpp"
#include "cli/provenance_of.hpp"
#include "cli/temporary_directory.hpp"
#include "cli/write_maps.hpp"
#include "cli/write_pages.hpp"
#include "domain/count_basis.hpp"
#include "domain/error.hpp"
#include "domain/verification.hpp"
#include "gdal_io/gdal_session.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/run_record.hpp"
#include "pipeline/ordered_map.hpp"
#include "pipeline/spread.hpp"
#include "report/run_json.hpp"
#include "report/verification_text.hpp"
#include "store/first_difference.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* record_name = "run.json";
constexpr const char* timing_name = "timing.json";
constexpr int of_unusable_data = 65;  // exit code of docs/contract.md

Provenance read_record(const std::string& folder) {
    std::error_code ignored;
    const std::string remedy =
        "; name a directory that 'audit', 'crosstab', 'merge', 'account', 'solve', 'sample', 'estimate', 'biomass' "
        "or 'workbook' wrote";
    if (!fs::is_directory(folder, ignored)) {
        throw Error(ErrorCode::missing_file, folder,
                    "expected a directory of results, found " +
                        std::string(fs::exists(folder, ignored) ? "a file" : "none") + remedy);
    }
    const fs::path record = fs::path(folder) / record_name;
    if (!fs::is_regular_file(record, ignored)) {
        throw Error(ErrorCode::missing_file, folder,
                    "expected a directory of results, found no run.json in it" + remedy);
    }
    return inputs::parse_run_record(read_text(record.string()), record.string());
}

/// Stops at a partial count, which no run over all pixels gives.
void expect_whole(const Provenance& recorded, const std::string& folder) {
    if (recorded.label.find(partial_mark) == std::string::npos) return;
    throw Error(ErrorCode::incomplete, folder,
                "expected results of all units, found " + inputs::in_quotes(recorded.label) +
                    "; merge the missing units as well, then verify");
}

/// Every command line that can be repeated, as far as it changes a result.
std::vector<Options> repeatable_commands(const std::string& audit_file) {
    std::vector<Options> all;
    for (const Command command : {Command::audit, Command::crosstab, Command::account, Command::solve, Command::sample,
                                  Command::estimate, Command::biomass, Command::workbook}) {
        for (const char* const crosstab : {"", crosstab_name}) {
            for (const bool allow_missing_blocks : {false, true}) {
                for (const unsigned files : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
                    Options& options = all.emplace_back();
                    options.command = command;
                    options.audit_file = audit_file;
                    options.crosstab = crosstab;
                    options.allow_missing_blocks = allow_missing_blocks;
                    options.maps = (files & 1U) != 0;
                    options.mocaredd = (files & 2U) != 0;
                    options.parquet = (files & 4U) != 0;
                }
            }
        }
    }
    return all;
}

/// The recorded command with the options that change no result as they are now.
Options recorded_command(const Provenance& recorded, const Options& asked) {
    for (Options options : repeatable_commands(recorded.inputs.front().path)) {
        const std::string unset = command_text(options);
        if (!recorded.command.starts_with(unset)) continue;
        const auto settings = parse_settings_text(std::string_view(recorded.command).substr(unset.size()));
        if (!settings) continue;
        options.settings = *settings;
        options.audit_file = asked.audit_file;
        options.threads = asked.threads;
        options.memory_bytes = asked.memory_bytes;
        options.progress = asked.progress;
        options.messages = asked.messages;
        options.quiet = true;
        return options;
    }
    throw Error(ErrorCode::unreadable_file, asked.results,
                "expected results of 'audit', 'crosstab', 'merge', 'account', 'solve', 'sample', 'estimate', "
                "'biomass' or 'workbook', found those of " +
                    inputs::in_quotes(recorded.command) + ", which cannot be repeated from an audit file");
}

/// Stops unless the audit file is named, and bears the name in the record, from which all others follow.
void expect_audit_file(const Provenance& recorded, const Options& options) {
    const std::string& name = recorded.inputs.front().path;
    const std::string remedy = "; give its path, with the other inputs where the record sees them from there";
    if (options.audit_file.empty()) {
        throw Error(ErrorCode::usage, "command line",
                    "expected DIR and FILE, the audit file " + inputs::in_quotes(name) + " that " + options.results +
                        " was made from, found DIR alone, which does not say where that file lies" + remedy);
    }
    if (fs::path(options.audit_file).filename() == name) {
        static_cast<void>(read_text(options.audit_file));
        return;
    }
    throw Error(ErrorCode::usage, options.audit_file,
                "expected the audit file by the name that " + options.results + " records, " + inputs::in_quotes(name) +
                    ", found another" + remedy);
}

/// The inputs of the record that lie here whether or not the command is repeated.
std::vector<InputFile> recorded_files(const Provenance& recorded) {
    std::vector<InputFile> files;
    std::ranges::copy_if(recorded.inputs, std::back_inserter(files), [](const InputFile& file) {
        // What a record says of other machines is asked of them only where the audit file says so as well.
        return !file.path.starts_with("/vsi") && !file.path.starts_with(std::string(crosstab_name) + "/");
    });
    return files;
}

/// The recorded inputs by what they hold here; an input that is not here is left out.
std::vector<InputFile> hashed_now(const std::vector<InputFile>& recorded, const Options& options,
                                  const std::atomic<bool>& stop) {
    const std::string folder = fs::path(options.audit_file).parent_path().string();
    std::vector<NamedFile> here;
    for (const InputFile& file : recorded) {
        const std::string path = gdal_io::resolved(file.path, folder);
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored)) here.push_back({file.path, path});
    }
    InputDigests digests(stop);
    return provenance_of("", "", here, options.threads, digests).inputs;
}

/// Repeats the command, and the count before it where it read one, and returns the directory of its results.
fs::path repeated(Options options, const fs::path& folder, const RunCommand& repeat) {
    if (!options.crosstab.empty()) {
        Options count = options;
        count.command = Command::crosstab;
        count.crosstab.clear();
        count.parquet = false;
        count.output = (folder / "counted").string();
        // Whether the count allowed it is not in the record of what follows; where no block is missing it changes
        // nothing.
        count.allow_missing_blocks = true;
        static_cast<void>(repeat(count));
        options.crosstab = count.output;
    }
    options.output = (folder / "repeated").string();
    static_cast<void>(repeat(options));
    return options.output;
}

/// Takes over what the repeated run says of itself, and gives its record the program of the other, so that run.json
/// differs only where something else does.
void take_record(const fs::path& folder, Verification& verification) {
    const std::string path = (folder / record_name).string();
    verification.here = inputs::parse_run_record(read_text(path), path);
    verification.inputs = compared_inputs(verification.recorded.inputs, verification.here.inputs, InputState::not_read);
    write_whole(path, report::run_json(with_program_of(verification.recorded, verification.here)));
    if (fs::exists(folder / "audit.json")) write_pages(folder);  // the page tells of the program too
}

void add_names(const fs::path& folder, const std::string& before, std::set<std::string>& names) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        names.insert(before + entry.path().filename().string());
    if (error) {
        throw Error(ErrorCode::unreadable_file, folder.string(),
                    "expected a directory that can be listed, found: " + error.message() + "; check its rights");
    }
}

bool holds_maps(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / maps_folder, ignored);
}

/// What lies in a directory of results, and in that of its maps.
std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    add_names(folder, "", names);
    names.erase(timing_name);
    if (!holds_maps(folder)) return names;
    names.erase(maps_folder);
    add_names(folder / maps_folder, std::string(maps_folder) + "/", names);
    return names;
}

ComparedFile compared_file(const std::string& name, const fs::path& there, const fs::path& here) {
    std::error_code ignored;
    if (!fs::exists(there / name, ignored)) return {name, FileState::missing, std::nullopt};
    if (!fs::is_regular_file(there / name, ignored)) return {name, FileState::differs, std::nullopt};
    auto difference = store::first_difference((there / name).string(), (here / name).string());
    if (!difference) return {name, FileState::same, std::nullopt};
    difference->first = inputs::in_quotes(difference->first);
    difference->second = inputs::in_quotes(difference->second);
    return {name, FileState::differs, std::move(difference)};
}

std::vector<ComparedFile> compared_files(const fs::path& there, const fs::path& here, const std::atomic<bool>& stop) {
    const std::set<std::string> written = names_in(here);
    std::set<std::string> names = names_in(there);
    names.insert(written.begin(), written.end());
    std::vector<ComparedFile> files;
    for (const std::string& name : names) {
        pipeline::expect_running(&stop);
        files.push_back(written.contains(name) ? compared_file(name, there, here)
                                               : ComparedFile{name, state_of_further(name), std::nullopt});
    }
    return files;
}

/// True for errors that other inputs than the recorded ones may bring about.
bool is_of_inputs(const Error& error) {
    return exit_code_of(error.code()) == of_unusable_data || error.code() == ErrorCode::audit_file ||
           error.code() == ErrorCode::period_outside;
}

void repeat_and_compare(const Options& command, const std::string& results, const std::atomic<bool>& stop,
                        const RunCommand& repeat, Verification& verification) {
    const TemporaryDirectory folder;
    try {
        const fs::path here = repeated(command, folder.path(), repeat);
        take_record(here, verification);
        verification.files = compared_files(results, here, stop);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::output_failed) {
            throw Error(ErrorCode::output_failed, folder.path().string(),
                        "expected room for the results of the repeated command, found that they cannot be written; let "
                        "TMPDIR name a folder with more room");
        }
        if (count_of(verification, InputState::changed) == 0 || !is_of_inputs(error)) throw;
        verification.hindrance = error.what();
    }
}

}  // namespace

int verify(const Options& options, const std::atomic<bool>& stop, const RunCommand& repeat) {
    Verification verification{read_record(options.results), program_here(), {}, std::nullopt, ""};
    const Provenance& recorded = verification.recorded;
    expect_whole(recorded, options.results);
    const Options command = recorded_command(recorded, options);
    expect_audit_file(recorded, options);
    const std::vector<InputFile> files = recorded_files(recorded);
    verification.inputs = compared_inputs(files, hashed_now(files, options, stop), InputState::missing);
    if (count_of(verification, InputState::missing) == 0)
        repeat_and_compare(command, options.results, stop, repeat, verification);
    if (!options.quiet) std::cout << report::verification_text(verification) << std::flush;
    return verdict_of(verification) == Verdict::same_bits ? 0 : of_unusable_data;
}

}  // namespace reddline::cli
