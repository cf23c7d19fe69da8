#include "report/figure.hpp"

#include <algorithm>
#include <cmath>

namespace reddline::report {

namespace {

/// 1, 2 or 5 times a power of ten, a fifth of the range or a little more.
double round_step(double range) {
    const double rough = range / 5.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power) return factor * power;
    }
    return 10.0 * power;
}

}  // namespace

Axis round_axis(const Strings& say, double lowest, double highest, const std::string& title) {
    const double low = std::min(0.0, lowest);
    const double high = std::max(0.0, highest);
    const double step = high > low ? round_step(high - low) : 1.0;
    const double first = std::floor(low / step);
    const double last = std::max(std::ceil(high / step), first + 1.0);
    Axis axis{first * step, last * step, {}, title};
    const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step))));
    for (double i = first; i <= last; i += 1.0)
        axis.ticks.push_back({i * step, say.grouped(i * step, decimals)});
    return axis;
}

}  // namespace reddline::report
