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

/// Sum over the plots of weighted deviations of both from their means, multiplied.
double products_of(const std::vector<PlotDensity>& a, const std::vector<PlotDensity>& b) {
    const TonnesCPerHa mean_of_a = mean_of(a);
    const TonnesCPerHa mean_of_b = mean_of(b);
    double products = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double weight = a[i].weight;
        products += weight * (a[i].density - mean_of_a).value() * weight * (b[i].density - mean_of_b).value();
    }
    return products;
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
    const auto count = static_cast<double>(plots.size());
    return TonnesCPerHa::of(std::sqrt(count / (count - 1.0) * products_of(plots, plots)) / weight_of(plots));
}

double correlation_of(const std::vector<PlotDensity>& a, const std::vector<PlotDensity>& b) {
    const double squares = products_of(a, a) * products_of(b, b);
    return squares > 0.0 ? std::clamp(products_of(a, b) / std::sqrt(squares), -1.0, 1.0) : 0.0;
}

SharedPlots shared_plots(const std::vector<PlotDensity>& a, const std::vector<PlotDensity>& b) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(
        a, [&](const PlotDensity& plot) { return std::ranges::binary_search(b, plot.plot, {}, &PlotDensity::plot); }));
    if (count == 0) return SharedPlots::none;
    return count == a.size() && count == b.size() ? SharedPlots::all : SharedPlots::some;
}

}  // namespace reddline
