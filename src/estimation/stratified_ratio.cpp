#include "estimation/stratified_ratio.hpp"

#include <cmath>

namespace reddline::estimation {

namespace {

std::int64_t points_in(const ScoredStratum& stratum) {
    std::int64_t points = 0;
    for (const Score& score : stratum.scores)
        points += score.points;
    return points;
}

/// Sizes times means, summed over the strata; nothing where a stratum has no points.
template <class ValueOf>
std::optional<double> total_of(std::span<const ScoredStratum> strata, ValueOf value_of) {
    double total = 0.0;
    for (const ScoredStratum& stratum : strata) {
        if (stratum.size == 0.0) continue;
        const std::int64_t points = points_in(stratum);
        if (points == 0) return std::nullopt;
        double sum = 0.0;
        for (const Score& score : stratum.scores)
            sum += value_of(score) * static_cast<double>(score.points);
        total += stratum.size * (sum / static_cast<double>(points));
    }
    return total;
}

/// Mean of a value within a stratum.
template <class ValueOf>
double mean_of(const ScoredStratum& stratum, double points, ValueOf value_of) {
    double sum = 0.0;
    for (const Score& score : stratum.scores)
        sum += value_of(score) * static_cast<double>(score.points);
    return sum / points;
}

/// Covariance of two values within a stratum, n - 1 below.
template <class OneOf, class OtherOf>
double spread_of(const ScoredStratum& stratum, double points, OneOf one_of, OtherOf other_of) {
    const double mean_of_one = mean_of(stratum, points, one_of);
    const double mean_of_other = mean_of(stratum, points, other_of);
    double products = 0.0;
    for (const Score& score : stratum.scores) {
        products +=
            static_cast<double>(score.points) * (one_of(score) - mean_of_one) * (other_of(score) - mean_of_other);
    }
    return products / (points - 1.0);
}

/// What a stratum adds to the covariance of the totals of two values.
template <class OneOf, class OtherOf>
double part_of(const ScoredStratum& stratum, std::int64_t drawn, OneOf one_of, OtherOf other_of) {
    const auto points = static_cast<double>(drawn);
    const double left = stratum.units ? 1.0 - points / static_cast<double>(*stratum.units) : 1.0;
    return stratum.size * stratum.size * left * spread_of(stratum, points, one_of, other_of) / points;
}

/// Sets the standard error of the total of a value divided by `divisor`, or why there is none.
template <class ValueOf>
void set_error(std::span<const ScoredStratum> strata, double divisor, ValueOf value_of, Estimate& estimate) {
    double variance = 0.0;
    bool is_census = true;
    for (const ScoredStratum& stratum : strata) {
        const std::int64_t drawn = points_in(stratum);
        if (stratum.size == 0.0 || stratum.units == drawn) continue;
        is_census = false;
        if (drawn == 1) {
            estimate.gap = EstimateGap::one_point;
            return;
        }
        variance += part_of(stratum, drawn, value_of, value_of);
    }
    if (variance == 0.0 && !is_census) {
        estimate.gap = EstimateGap::no_variation;
        return;
    }
    estimate.standard_error = std::sqrt(variance) / divisor;
}

}  // namespace

Estimate stratified_total(std::span<const ScoredStratum> strata) {
    const auto y_of = [](const Score& score) { return score.y; };
    Estimate estimate{total_of(strata, y_of), std::nullopt, EstimateGap::none};
    if (estimate.value) {
        set_error(strata, 1.0, y_of, estimate);
    } else {
        estimate.gap = EstimateGap::empty_stratum;
    }
    return estimate;
}

double stratified_covariance(std::span<const ScoredStratum> strata) {
    double covariance = 0.0;
    for (const ScoredStratum& stratum : strata) {
        const std::int64_t drawn = points_in(stratum);
        if (stratum.size == 0.0 || stratum.units == drawn || drawn < 2) continue;
        covariance += part_of(
            stratum, drawn, [](const Score& score) { return score.y; }, [](const Score& score) { return score.x; });
    }
    return covariance;
}

Estimate stratified_ratio(std::span<const ScoredStratum> strata) {
    const auto y = total_of(strata, [](const Score& score) { return score.y; });
    const auto x = total_of(strata, [](const Score& score) { return score.x; });
    if (!x) return {std::nullopt, std::nullopt, EstimateGap::empty_stratum};
    if (*x == 0.0) return {std::nullopt, std::nullopt, EstimateGap::no_points};
    const double ratio = *y / *x;
    Estimate estimate{ratio, std::nullopt, EstimateGap::none};
    set_error(
        strata, *x, [ratio](const Score& score) { return score.y - ratio * score.x; }, estimate);
    return estimate;
}

}  // namespace reddline::estimation
