#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "cli/options.hpp"
#include "cli/pace.hpp"
#include "domain/error.hpp"

namespace reddline::cli {

/// The exit code of an error, as docs/contract.md lists them.
[[nodiscard]] int exit_code_of(ErrorCode code);

/// Prints an error on stderr, in one line.
void print_error(const Error& error, MessageFormat format);

/// Does work and prints its error, where there is one. Returns the exit code.
[[nodiscard]] int exit_code_of_work(MessageFormat format, const std::function<int()>& work);

/// Prints a message on stderr, in one line.
void print_message(const std::string& level, const std::string& text, MessageFormat format);

/// What a line of a log is about.
struct LogPlace {
    std::string shard;                ///< such as `0/4`
    std::optional<std::size_t> unit;  ///< nothing = all of the shard
};

/// Prints a message on stderr, in one line that begins with the time (UTC), shard and unit.
void print_log(const std::string& level, const LogPlace& place, const std::string& text, MessageFormat format);

/// True where the options, or a terminal, ask for progress on stderr.
[[nodiscard]] bool shows_progress(const Options& options);

/// Shows how much of the pixels has been read, how fast, and how long the rest will take, on stderr, at most ten times
/// a second; at its end it leaves the line.
class Progress {
public:
    Progress(const Options& options, std::size_t windows, double bytes_per_window);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    /// Tells that so many windows are done.
    void show(std::size_t windows_done);

private:
    bool enabled_;
    MessageFormat format_;
    std::size_t windows_;
    double bytes_per_window_;
    std::chrono::steady_clock::time_point start_;
    std::chrono::steady_clock::time_point last_;
    Pace pace_;
    bool shown_ = false;
};

}  // namespace reddline::cli
