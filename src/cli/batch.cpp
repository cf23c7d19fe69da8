#include "cli/batch.hpp"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "cli/batch_summary.hpp"
#include "cli/child_process.hpp"
#include "cli/messages.hpp"
#include "cli/new_file.hpp"
#include "cli/pace.hpp"
#include "cli/shard.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* summary_name = "summary.csv";

/// A running audit, by its place in the list.
struct Running {
    std::size_t audit;
    ChildProcess process;
    Clock::time_point start;
};

/// The file's name without its ending, or that of its folder where the file is just called audit.
std::string name_of(const std::string& file) {
    const fs::path path = fs::absolute(file).lexically_normal();
    const std::string stem = path.stem().string();
    return stem == "audit" && path.parent_path().has_filename() ? path.parent_path().filename().string() : stem;
}

std::vector<BatchAudit> named(const std::vector<std::string>& files) {
    std::vector<BatchAudit> audits;
    for (const std::string& file : files) {
        const std::string name = name_of(file);
        const auto same = std::ranges::find(audits, name, &BatchAudit::name);
        if (same != audits.end()) {
            throw Error(ErrorCode::usage, "command line",
                        "expected audits whose directories have names of their own, found '" + name + "' for " +
                            same->file + " and for " + file + "; rename one of them, or leave it for another -o DIR");
        }
        if (name == summary_name) {
            throw Error(ErrorCode::usage, "command line",
                        "expected an audit that is not called " + name + ", found " + file + "; rename it");
        }
        audits.push_back({file, name, std::nullopt, "", 0.0});
    }
    return audits;
}

/// Makes the directory of all results; what is there already must be one, not the results of a single audit.
void open_folder(const std::string& folder) {
    std::error_code error;
    const bool is_there = fs::exists(folder, error);
    if (is_there && (!fs::is_directory(folder, error) || fs::exists(fs::path(folder) / "run.json", error))) {
        throw Error(ErrorCode::output_exists, folder,
                    "expected a directory for a directory of each audit, found something else; choose another -o DIR");
    }
    fs::create_directories(folder, error);
    if (error) fail_to_write(folder, error.message());
}

void expect_one_process() {
    const Placement placement = placement_of(process_environment);
    if (placement.task.count == 1) return;
    throw Error(ErrorCode::usage, "command line",
                "expected several audits to be run by one process, found " + std::to_string(placement.task.count) +
                    " (" + placement.task.origin + "); start one process, with --jobs");
}

std::vector<std::string> arguments_of(const BatchAudit& audit, const Options& options) {
    const std::size_t jobs = *options.jobs;
    std::vector<std::string> words{"audit",
                                   "-o",
                                   (fs::path(options.output) / audit.name).string(),
                                   "--quiet",
                                   options.overwrite ? "--overwrite" : "--resume",
                                   "--threads",
                                   std::to_string(std::max<std::size_t>(1, options.threads / jobs))};
    const auto add = [&](const std::string& option, const std::string& value) {
        words.insert(words.end(), {option, value});
    };
    for (const std::string& setting : options.settings)
        add("--set", setting);
    if (options.memory_bytes) add("--memory", std::to_string(*options.memory_bytes / jobs));
    if (options.fail_on) add("--fail-on", std::string(to_string(*options.fail_on)));
    if (!options.index.empty()) add("--index", options.index);
    if (options.allow_missing_blocks) words.emplace_back("--allow-missing-blocks");
    if (options.maps) words.emplace_back("--maps");
    if (options.mocaredd) words.emplace_back("--mocaredd");
    if (options.parquet) words.emplace_back("--parquet");
    if (options.messages == MessageFormat::json) words.emplace_back("--json");
    words.insert(words.end(), {"--", audit.file});
    return words;
}

/// How an audit ended; a time below a second is none worth telling.
std::string ending_text(const BatchAudit& audit) {
    const std::string code = std::to_string(*audit.exit_code);
    std::string text = has_failed(audit) ? "failed (exit code " + code + ")" : "done";
    if (!has_failed(audit) && audit.exit_code != 0)
        text += ", with findings as severe as --fail-on says (exit code " + code + ")";
    return audit.seconds < 1.0 ? text : text + ", " + seconds_text(audit.seconds);
}

/// The same for a message in JSON: the name is a member of it.
void pass_on_json(const std::string& line, BatchAudit& audit) {
    auto message = nlohmann::ordered_json::parse(line, nullptr, false);
    if (!message.is_object()) return print_message("note", audit.name + ": " + line, MessageFormat::json);
    if (message.value("level", "") == "error" && message.contains("code")) {
        audit.error =
            message.value("code", "") + ": " + message.value("subject", "") + ": " + message.value("message", "");
    }
    message["audit"] = audit.name;
    std::cerr << message.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// Passes on what an audit said, with its name, and keeps the line of its error.
void pass_on(const std::string& messages, MessageFormat format, BatchAudit& audit) {
    std::istringstream lines(messages);
    for (std::string line; std::getline(lines, line);) {
        if (format == MessageFormat::json) {
            pass_on_json(line, audit);
            continue;
        }
        const std::size_t end = line.find(": ");
        const std::string level = end == std::string::npos ? "note" : line.substr(0, end);
        const std::string text = end == std::string::npos ? line : line.substr(end + 2);
        if (level == "error") audit.error = text;
        print_message(level, audit.name + ": " + text, format);
    }
}

/// Runs the audits; each begins as soon as one before it has ended.
class Batch {
public:
    Batch(const Options& options, std::vector<BatchAudit>& audits) : options_{options}, audits_{audits} {}

    void run(const std::atomic<bool>& stop) {
        bool is_stopping = false;
        while (true) {
            if (stop.load() && !std::exchange(is_stopping, true)) {
                for (const Running& running : running_)
                    running.process.stop();
            }
            while (!is_stopping && may_start())
                start();
            if (running_.empty()) return;
            look();
        }
    }

private:
    [[nodiscard]] bool may_start() const {
        const bool goes_on = options_.keep_going || !has_failed_;
        return goes_on && next_ < audits_.size() && running_.size() < *options_.jobs;
    }

    void start() {
        running_.push_back({next_, ChildProcess(arguments_of(audits_[next_], options_)), Clock::now()});
        ++next_;
    }

    /// Waits a moment for messages and ends.
    void look() {
        std::vector<pollfd> descriptors;
        for (const Running& running : running_)
            descriptors.push_back({running.process.descriptor(), POLLIN, 0});
        constexpr int moment_ms = 200;
        if (::poll(descriptors.data(), descriptors.size(), moment_ms) <= 0) return;
        std::deque<Running> still_running;
        for (std::size_t i = 0; i < descriptors.size(); ++i) {
            Running& running = running_[i];
            if (descriptors[i].revents == 0 || running.process.take_messages()) {
                still_running.push_back(std::move(running));
            } else {
                end(running);
            }
        }
        running_.swap(still_running);
    }

    void end(Running& running) {
        BatchAudit& audit = audits_[running.audit];
        audit.exit_code = running.process.wait();
        audit.seconds = std::chrono::duration<double>(Clock::now() - running.start).count();
        pass_on(running.process.messages(), options_.messages, audit);
        has_failed_ = has_failed_ || has_failed(audit);
        ++ended_;
        if (!shows_progress(options_)) return;
        print_message("note",
                      std::to_string(ended_) + " of " + std::to_string(audits_.size()) + ": " + audit.name + " " +
                          ending_text(audit),
                      options_.messages);
    }

    const Options& options_;
    std::vector<BatchAudit>& audits_;
    std::deque<Running> running_;
    std::size_t next_ = 0;
    std::size_t ended_ = 0;
    bool has_failed_ = false;
};

/// 3 where audits are missing although the rest went on, else that of the first that failed, else the highest.
int exit_code_of_batch(const std::vector<BatchAudit>& audits, const Options& options) {
    const auto failed =
        std::ranges::find_if(audits, [](const BatchAudit& audit) { return audit.exit_code && has_failed(audit); });
    if (failed == audits.end()) return std::ranges::max_element(audits, {}, &BatchAudit::exit_code)->exit_code.value();
    return options.keep_going ? exit_code_of(ErrorCode::incomplete) : *failed->exit_code;
}

/// Stops where a signal did: what is done stays.
void expect_running(const std::vector<BatchAudit>& audits, const std::atomic<bool>& stop) {
    if (!stop.load()) return;
    const auto done = std::ranges::count_if(audits, [](const BatchAudit& audit) { return !has_failed(audit); });
    throw Error(ErrorCode::stopped, "signal",
                "the batch was stopped with " + std::to_string(done) + " of " + std::to_string(audits.size()) +
                    " audits done; the same command goes on with the rest");
}

}  // namespace

int run_batch(const Options& asked, const std::atomic<bool>& stop) {
    expect_one_process();
    std::vector<BatchAudit> audits = named(asked.audit_files);
    open_folder(asked.output);
    Options options = asked;
    options.jobs = std::min(*asked.jobs, audits.size());
    Batch(options, audits).run(stop);
    expect_results(options.output, audits);
    const fs::path summary = fs::path(options.output) / summary_name;
    write_whole(summary, batch_csv(audits, options.output));
    expect_running(audits, stop);
    if (!options.quiet) std::cout << batch_text(audits, options.output) << "Summary: " << summary.string() << std::endl;
    return exit_code_of_batch(audits, options);
}

}  // namespace reddline::cli
