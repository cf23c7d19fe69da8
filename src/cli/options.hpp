#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/draft_request.hpp"
#include "domain/finding.hpp"

namespace reddline::cli {

enum class Command {
    init,
    audit,
    check,
    plan,
    crosstab,
    index,
    merge,
    status,
    account,
    solve,
    sample,
    estimate,
    explain,
    biomass,
    diff,
    report,
    workbook,
    verify,
    manual
};

/// When progress is shown on stderr.
enum class ProgressMode { automatic, always, never };

/// How messages on stderr look.
enum class MessageFormat { text, json };

/// What the directory of an earlier crosstab is called in results, wherever it lies.
inline constexpr const char* crosstab_name = "CROSSTAB";

/// The command line, checked for form.
struct Options {
    Command command = Command::audit;
    std::string audit_file;                             ///< or the workbook that `workbook` reads
    std::vector<std::string> settings;                  ///< key=value: values of the audit file to replace
    std::vector<std::string> audit_files;               ///< the audits of a batch; empty = one audit
    std::optional<std::size_t> jobs;                    ///< how many audits of a batch run at a time
    bool resume = false;                                ///< leaves results of the same inputs as they are
    DraftRequest draft;                                 ///< what init is told
    std::string output;                                 ///< empty where nothing is written
    std::string crosstab;                               ///< directory of an earlier crosstab; empty = none
    std::string index;                                  ///< directory of a block index; empty = none
    std::string shard;                                  ///< which units to count into parts; empty = all pixels at once
    std::uint64_t unit_bytes = std::uint64_t{8} << 30;  ///< decoded bytes of a unit; a tile of four layers has less
    std::vector<std::string> parts;                     ///< the directories of parts that merge and status look at
    bool keep_going = false;                            ///< goes on with the next unit where one fails
    bool allow_partial = false;                         ///< merges although units are missing
    std::string first;                                  ///< the directories that diff compares
    std::string second;
    std::string results;  ///< the directory that verify or report is asked about
    std::string zone;     ///< what explain is asked for
    std::string stratum;
    int year = 0;
    std::size_t threads = 1;
    std::optional<std::uint64_t> memory_bytes;  ///< what the pass may take; nothing = what it needs
    ProgressMode progress = ProgressMode::automatic;
    MessageFormat messages = MessageFormat::text;
    std::optional<Severity> fail_on;
    bool dry_run = false;
    bool quiet = false;
    bool overwrite = false;
    bool allow_missing_blocks = false;
    bool maps = false;      ///< audit writes maps too
    bool mocaredd = false;  ///< audit and account write mocaredd workbooks too
    bool parquet = false;   ///< audit and account write each table as Parquet too
};

/// The command as far as it can change a result; the audit file without its folder, a crosstab by `crosstab_name`.
[[nodiscard]] std::string command_text(const Options& options);

/// True for a recorded command that wrote maps.
[[nodiscard]] bool writes_maps(std::string_view command);

/// The exit code of results with these findings: 4 where one reached --fail-on.
[[nodiscard]] int exit_code_of(const Options& options, const Findings& findings);

/// The settings as they stand at the end of `command_text`, in quotes for a shell.
[[nodiscard]] std::string settings_text(const std::vector<std::string>& settings);

/// The settings that `settings_text` wrote; nothing where the text is none of its.
[[nodiscard]] std::optional<std::vector<std::string>> parse_settings_text(std::string_view text);

/// The name of the command as typed.
[[nodiscard]] std::string to_string(Command command);

}  // namespace reddline::cli
