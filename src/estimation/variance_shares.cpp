#include "estimation/variance_shares.hpp"

#include <Eigen/Dense>

#include "estimation/draw_summary.hpp"

namespace reddline::estimation {

namespace {

/// Deviations from the mean in standard deviations; all 0 where nothing varies.
Eigen::VectorXd standardised(std::span<const double> draws) {
    const Moments moments = moments_of(draws);
    Eigen::VectorXd scaled = Eigen::Map<const Eigen::VectorXd>(draws.data(), static_cast<Eigen::Index>(draws.size()));
    scaled.array() -= moments.mean;
    if (moments.standard_deviation > 0.0) scaled /= moments.standard_deviation;
    return scaled;
}

}  // namespace

std::vector<double> variance_shares(std::span<const std::vector<double>> columns, std::span<const double> result) {
    if (columns.empty()) return {};
    const auto draws = static_cast<Eigen::Index>(result.size());
    const auto count = static_cast<Eigen::Index>(columns.size());
    Eigen::MatrixXd inputs(draws, count);
    for (Eigen::Index input = 0; input < count; ++input) {
        const std::vector<double>& column = columns[static_cast<std::size_t>(input)];
        inputs.col(input) = standardised(std::span(column).first(result.size()));
    }
    const Eigen::MatrixXd correlations = inputs.transpose() * inputs / static_cast<double>(draws - 1);
    const Eigen::VectorXd with_result = inputs.transpose() * standardised(result) / static_cast<double>(draws - 1);
    // Inputs that are fully correlated have no slopes of their own: the shortest solution shares the slope among them.
    const Eigen::VectorXd slopes = correlations.completeOrthogonalDecomposition().solve(with_result);
    std::vector<double> shares;
    for (Eigen::Index input = 0; input < count; ++input)
        shares.push_back(slopes(input) * with_result(input));
    return shares;
}

}  // namespace reddline::estimation
