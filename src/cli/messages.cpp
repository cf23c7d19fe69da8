#include "cli/messages.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "domain/number_text.hpp"

namespace reddline::cli {

namespace {

std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

void print_json(const nlohmann::ordered_json& json) {
    std::cerr << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

}  // namespace

int exit_code_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
        case ErrorCode::audit_file:
        case ErrorCode::output_exists:
        case ErrorCode::period_outside:
            return 2;
        case ErrorCode::output_failed:
            return 74;
        case ErrorCode::stopped:
            return 75;
        case ErrorCode::internal:
            return 1;
        default:
            return 65;
    }
}

void print_error(const Error& error, MessageFormat format) {
    if (format == MessageFormat::json) {
        print_json({{"level", "error"},
                    {"code", to_string(error.code())},
                    {"subject", error.subject()},
                    {"message", error.message()},
                    {"exit_code", exit_code_of(error.code())}});
        return;
    }
    std::cerr << "error: " << to_string(error.code()) << ": " << one_line(error.subject()) << ": "
              << one_line(error.message()) << '\n';
}

void print_message(const std::string& level, const std::string& text, MessageFormat format) {
    if (format == MessageFormat::json) {
        print_json({{"level", level}, {"message", text}});
    } else {
        std::cerr << level << ": " << one_line(text) << '\n';
    }
}

Progress::Progress(const Options& options, std::size_t blocks, double bytes_per_block)
    : enabled_{!options.quiet && (options.progress == ProgressMode::always ||
                                  (options.progress == ProgressMode::automatic && ::isatty(STDERR_FILENO) == 1))},
      format_{options.messages},
      blocks_{blocks},
      bytes_per_block_{bytes_per_block},
      start_{std::chrono::steady_clock::now()},
      last_{start_} {}

void Progress::show(std::size_t blocks_done) {
    if (!enabled_) return;
    const auto now = std::chrono::steady_clock::now();
    if (blocks_done < blocks_ && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    shown_ = true;
    constexpr double bytes_per_mb = 1e6;
    const double done_mb = bytes_per_block_ * static_cast<double>(blocks_done) / bytes_per_mb;
    const double all_mb = bytes_per_block_ * static_cast<double>(blocks_) / bytes_per_mb;
    if (format_ == MessageFormat::json) {
        print_json({{"level", "progress"}, {"done_MB", done_mb}, {"all_MB", all_mb}});
        return;
    }
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const std::string speed = fixed(seconds > 0.0 ? done_mb / seconds : 0.0, 0);
    // In one piece, so that nothing comes between.
    std::cerr << "\rreading " + fixed(done_mb, 1) + " of " + fixed(all_mb, 1) + " MB, " + speed + " MB/s "
              << std::flush;
}

Progress::~Progress() {
    if (shown_ && format_ == MessageFormat::text) std::cerr << '\n';
}

}  // namespace reddline::cli
