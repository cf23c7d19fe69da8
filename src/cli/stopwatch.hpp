#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace reddline::cli {

/// Seconds per stage of a run; they go to timing.json and nowhere else.
class Stopwatch {
public:
    /// Ends the stage that began with the last call, or at construction.
    void lap(const std::string& stage) {
        const auto now = std::chrono::steady_clock::now();
        laps_.emplace_back(stage, std::chrono::duration<double>(now - last_).count());
        last_ = now;
    }
    [[nodiscard]] const std::vector<std::pair<std::string, double>>& laps() const { return laps_; }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    std::vector<std::pair<std::string, double>> laps_;
};

}  // namespace reddline::cli
