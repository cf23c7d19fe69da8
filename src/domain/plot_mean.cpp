#include "domain/plot_mean.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace reddline {

namespace {

double weight_of(const std::vector<PlotDensity>& plots) {
    double weight = 0.0;
    for (const PlotDensity& plot : plots)
        weight += plot.weight;
    return weight;
}

}  // namespace

TonnesCPerHa mean_of(const std::vector<PlotDensity>& plots) {
    TonnesCPerHa sum;
    for (const PlotDensity& plot : plots)
        sum += plot.weight * plot.density;
    return (1.0 / weight_of(plots)) * sum;
}

std::optional<TonnesCPerHa> standard_error_of(const std::vector<PlotDensity>& plots) {
    if (plots.size() < 2) return std::nullopt;
    const TonnesCPerHa mean = mean_of(plots);
    double squares = 0.0;
    for (const PlotDensity& plot : plots) {
        const double deviation = plot.weight * (plot.density - mean).value();
        squares += deviation * deviation;
    }
    const auto count = static_cast<double>(plots.size());
    return TonnesCPerHa::of(std::sqrt(count / (count - 1.0) * squares) / weight_of(plots));
}

SharedPlots shared_plots(const std::vector<PlotDensity>& a, const std::vector<PlotDensity>& b) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(
        a, [&](const PlotDensity& plot) { return std::ranges::binary_search(b, plot.plot, {}, &PlotDensity::plot); }));
    if (count == 0) return SharedPlots::none;
    return count == a.size() && count == b.size() ? SharedPlots::all : SharedPlots::some;
}

}  // namespace reddline
