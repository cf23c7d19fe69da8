#include "cli/pace.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace reddline::cli {

namespace {

constexpr double looked_back_s = 10.0;
constexpr double shortest_look_s = 1.0;

}  // namespace

void Pace::add(double seconds, double done) {
    moments_.push_back({seconds, done});
    // The oldest moment kept is the last one that is at least as old as the look back.
    while (moments_.size() > 2 && seconds - moments_[1].seconds >= looked_back_s)
        moments_.pop_front();
}

double Pace::per_second() const {
    const double seconds = moments_.back().seconds - moments_.front().seconds;
    return seconds > 0.0 ? (moments_.back().done - moments_.front().done) / seconds : 0.0;
}

std::optional<double> Pace::seconds_for(double rest) const {
    const double pace = per_second();
    if (moments_.back().seconds < shortest_look_s || pace <= 0.0) return std::nullopt;
    return std::max(0.0, rest) / pace;
}

std::string seconds_text(double seconds) {
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    const std::int64_t whole = std::llround(seconds);
    if (whole < minute) return std::to_string(whole) + " s";
    if (whole < hour) return std::to_string(whole / minute) + " min " + std::to_string(whole % minute) + " s";
    return std::to_string(whole / hour) + " h " + std::to_string(whole % hour / minute) + " min";
}

}  // namespace reddline::cli
