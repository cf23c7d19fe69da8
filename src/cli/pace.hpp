#pragma once

#include <deque>
#include <optional>
#include <string>

namespace reddline::cli {

/// How fast work went in the last ten seconds, and so how long the rest will take. It is told the time and asks no
/// clock.
class Pace {
public:
    /// `done` of the work at `seconds` since it began; neither ever falls.
    void add(double seconds, double done);
    /// Work per second: of the last ten seconds, or of all where it has not gone on for so long; 0 before anything is
    /// known.
    [[nodiscard]] double per_second() const;
    /// How long `rest` of the work will take at that pace; nothing before the first second is over, and while nothing
    /// gets done.
    [[nodiscard]] std::optional<double> seconds_for(double rest) const;

private:
    struct Moment {
        double seconds;
        double done;
    };
    std::deque<Moment> moments_{{0.0, 0.0}};
};

/// A time as people say it, such as `8 s`, `3 min 20 s` or `2 h 5 min`.
[[nodiscard]] std::string seconds_text(double seconds);

}  // namespace reddline::cli
