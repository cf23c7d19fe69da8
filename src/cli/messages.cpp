#include "cli/messages.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "domain/number_text.hpp"

namespace reddline::cli {

namespace {

std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

/// The word that opens a message, in red or yellow where stderr is a terminal that shows colours and NO_COLOR is not
/// set.
std::string opening_word(const std::string& level) {
    static const bool has_colours = [] {
        const char* const refusal = std::getenv("NO_COLOR");
        const char* const terminal = std::getenv("TERM");
        const bool is_wanted = refusal == nullptr || *refusal == '\0';
        return is_wanted && ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
    }();
    if (!has_colours || (level != "error" && level != "warning")) return level;
    const std::string colour = level == "error" ? "31" : "33";
    return "\033[1;" + colour + "m" + level + "\033[0m";
}

void print_json(const nlohmann::ordered_json& json) {
    std::cerr << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

int exit_code_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
        case ErrorCode::audit_file:
        case ErrorCode::output_exists:
        case ErrorCode::period_outside:
            return 2;
        case ErrorCode::incomplete:
            return 3;
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
    // In one piece, so that lines of several processes do not mix.
    std::cerr << opening_word("error") + ": " + std::string(to_string(error.code())) + ": " +
                     one_line(error.subject()) + ": " + one_line(error.message()) + "\n";
}

void print_log(const std::string& level, const LogPlace& place, const std::string& text, MessageFormat format) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(now)};
    const std::chrono::hh_mm_ss time{now - std::chrono::floor<std::chrono::days>(now)};
    std::ostringstream stamp;
    stamp << std::setfill('0') << std::setw(4) << int(day.year()) << '-' << std::setw(2) << unsigned(day.month()) << '-'
          << std::setw(2) << unsigned(day.day()) << 'T' << std::setw(2) << time.hours().count() << ':' << std::setw(2)
          << time.minutes().count() << ':' << std::setw(2) << time.seconds().count() << 'Z';
    if (format == MessageFormat::json) {
        nlohmann::ordered_json json{{"time", stamp.str()}, {"level", level}, {"shard", place.shard}};
        if (place.unit) json["unit"] = *place.unit;
        json["message"] = text;
        print_json(json);
    } else {
        const std::string unit = place.unit ? ", unit " + std::to_string(*place.unit) : "";
        // In one piece, so that lines of several processes do not mix.
        std::cerr << stamp.str() + " " + level + ": shard " + place.shard + unit + ": " + one_line(text) + "\n";
    }
}

int exit_code_of_work(MessageFormat format, const std::function<int()>& work) {
    try {
        return work();
    } catch (const Error& error) {
        print_error(error, format);
        return exit_code_of(error.code());
    } catch (const std::exception& fault) {
        print_error(Error(ErrorCode::internal, "reddline", std::string(fault.what()) + "; please report it"), format);
        return exit_code_of(ErrorCode::internal);
    }
}

void print_message(const std::string& level, const std::string& text, MessageFormat format) {
    if (format == MessageFormat::json) {
        print_json({{"level", level}, {"message", text}});
    } else {
        std::cerr << opening_word(level) + ": " + one_line(text) + "\n";
    }
}

bool shows_progress(const Options& options) {
    return options.progress == ProgressMode::always ||
           (options.progress == ProgressMode::automatic && ::isatty(STDERR_FILENO) == 1);
}

Progress::Progress(const Options& options, std::size_t windows, double bytes_per_window)
    : enabled_{shows_progress(options)},
      format_{options.messages},
      windows_{windows},
      bytes_per_window_{bytes_per_window},
      start_{std::chrono::steady_clock::now()},
      last_{start_} {}

void Progress::show(std::size_t windows_done) {
    if (!enabled_) return;
    const auto now = std::chrono::steady_clock::now();
    if (windows_done < windows_ && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    shown_ = true;
    constexpr double bytes_per_mb = 1e6;
    constexpr const char* blanks = "          ";  // over what a longer line before left
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double done_mb = bytes_per_window_ * static_cast<double>(windows_done) / bytes_per_mb;
    const double all_mb = bytes_per_window_ * static_cast<double>(windows_) / bytes_per_mb;
    pace_.add(seconds, done_mb);
    const std::optional<double> left = pace_.seconds_for(all_mb - done_mb);
    if (format_ == MessageFormat::json) {
        nlohmann::ordered_json json{{"level", "progress"}, {"done_MB", done_mb}, {"all_MB", all_mb}};
        if (left) json["seconds_left"] = *left;
        print_json(json);
        return;
    }
    const bool is_done = windows_done == windows_;
    const std::string speed = fixed(is_done && seconds > 0.0 ? done_mb / seconds : pace_.per_second(), 0);
    const std::string time = is_done ? seconds_text(seconds) + " in all"
                             : left  ? "about " + seconds_text(*left) + " left"
                                     : "";
    // In one piece, so that nothing comes between.
    std::cerr << "\rreading " + fixed(done_mb, 1) + " of " + fixed(all_mb, 1) + " MB, " + speed + " MB/s" +
                     (time.empty() ? "" : ", " + time) + blanks
              << std::flush;
}

Progress::~Progress() {
    if (shown_ && format_ == MessageFormat::text) std::cerr << '\n';
}

}  // namespace reddline::cli
