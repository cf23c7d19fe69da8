#include "estimation/draw_summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reddline::estimation {

namespace {

constexpr double low_share = 0.05;
constexpr double high_share = 0.95;
constexpr std::size_t batches = 20;
constexpr std::size_t steps = 10;

}  // namespace

double quantile(std::vector<double>& draws, double share) {
    const double place = share * static_cast<double>(draws.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto at = draws.begin() + static_cast<std::ptrdiff_t>(below);
    std::ranges::nth_element(draws, at);
    if (below + 1 == draws.size()) return *at;
    const double next = *std::min_element(at + 1, draws.end());
    return *at + (place - static_cast<double>(below)) * (next - *at);
}

DrawQuantiles quantiles_of(std::vector<double> draws) {
    DrawQuantiles quantiles;
    quantiles.median = TonnesCO2e::of(quantile(draws, 0.5));
    quantiles.q05 = TonnesCO2e::of(quantile(draws, low_share));
    quantiles.q95 = TonnesCO2e::of(quantile(draws, high_share));
    return quantiles;
}

std::optional<double> half_width_pct(const DrawQuantiles& quantiles, TonnesCO2e centre) {
    if (quantiles.median <= TonnesCO2e{} || centre <= TonnesCO2e{}) return std::nullopt;
    return 100.0 * ((quantiles.q95 - quantiles.q05) / centre) / 2.0;
}

std::vector<ConvergenceStep> convergence_of(std::span<const double> draws) {
    std::vector<ConvergenceStep> result;
    for (std::size_t step = 1; step <= steps; ++step) {
        const std::span<const double> first = draws.first(draws.size() * step / steps);
        result.push_back({first.size(), quantiles_of({first.begin(), first.end()})});
    }
    return result;
}

DrawQuantiles monte_carlo_error(std::span<const double> draws) {
    const std::size_t size = draws.size() / batches;
    std::array<std::vector<double>, 3> values;
    for (std::size_t batch = 0; batch < batches; ++batch) {
        const std::span<const double> part = draws.subspan(batch * size, size);
        const DrawQuantiles quantiles = quantiles_of({part.begin(), part.end()});
        values[0].push_back(quantiles.median.value());
        values[1].push_back(quantiles.q05.value());
        values[2].push_back(quantiles.q95.value());
    }
    const auto error = [](const std::vector<double>& of_batches) {
        return TonnesCO2e::of(moments_of(of_batches).standard_deviation / std::sqrt(static_cast<double>(batches)));
    };
    return {error(values[0]), error(values[1]), error(values[2])};
}

Moments moments_of(std::span<const double> draws) {
    const auto count = static_cast<double>(draws.size());
    double sum = 0.0;
    for (const double draw : draws)
        sum += draw;
    const double mean = sum / count;
    double squares = 0.0;
    for (const double draw : draws)
        squares += (draw - mean) * (draw - mean);
    return {mean, std::sqrt(squares / (count - 1.0))};
}

ReductionSpread spread_of(const std::vector<double>& draws, double central, double approach_1_standard_error) {
    const Moments moments = moments_of(draws);
    ReductionSpread spread;
    spread.draws = draws.size();
    spread.central = TonnesCO2e::of(central);
    spread.approach_1_standard_error = TonnesCO2e::of(approach_1_standard_error);
    spread.mean = TonnesCO2e::of(moments.mean);
    spread.standard_deviation = TonnesCO2e::of(moments.standard_deviation);
    spread.quantiles = quantiles_of(draws);
    spread.half_width_pct = half_width_pct(spread.quantiles, spread.quantiles.median);
    const auto positive = std::ranges::count_if(draws, [](double amount) { return amount > 0.0; });
    spread.share_positive = static_cast<double>(positive) / static_cast<double>(draws.size());
    return spread;
}

}  // namespace reddline::estimation
