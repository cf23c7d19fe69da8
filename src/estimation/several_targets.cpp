#include "estimation/several_targets.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reddline::estimation {

namespace {

// The iteration settles within some dozens of steps; where limits bind, it creeps.
constexpr int most_steps = 20'000;
constexpr double settled = 1e-12;
// Bounds are met but for the rounding of a sum.
constexpr double rounding = 1e-12;
// Exchanges cost the cube of the strata; more of them are left as they are.
constexpr std::size_t most_exchanged = 64;

template <class Number>
double variance(const VarianceBound& target, std::span<const Number> points) {
    double sum = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i)
        sum += target.parts[i] / static_cast<double>(points[i]);
    return sum;
}

/// The problem in real numbers.
class RealProblem {
public:
    RealProblem(std::span<const VarianceBound> bounds, std::span<const PointLimits> limits)
        : bounds_{bounds}, limits_{limits} {}

    /// The multipliers of the targets at the optimum.
    [[nodiscard]] std::vector<double> multipliers() const {
        std::vector<double> lambda;
        for (const VarianceBound& target : bounds_) {
            const double sum = std::accumulate(target.parts.begin(), target.parts.end(), 0.0,
                                               [](double all, double part) { return all + std::sqrt(part); });
            lambda.push_back(sum * sum / (target.bound * target.bound));
        }
        for (int step = 0; step < most_steps; ++step) {
            if (improve(lambda) < settled) break;
        }
        return lambda;
    }
    /// The points that belong to multipliers.
    [[nodiscard]] std::vector<double> points_at(std::span<const double> lambda) const {
        std::vector<double> points;
        for (std::size_t i = 0; i < limits_.size(); ++i) {
            double sum = 0.0;
            for (std::size_t j = 0; j < bounds_.size(); ++j)
                sum += lambda[j] * bounds_[j].parts[i];
            points.push_back(std::clamp(std::sqrt(sum), static_cast<double>(limits_[i].least),
                                        static_cast<double>(limits_[i].most)));
        }
        return points;
    }
    /// The value of the dual problem: no allocation has fewer points, whatever the multipliers.
    [[nodiscard]] double fewest(std::span<const double> lambda) const {
        const std::vector<double> points = points_at(lambda);
        double value = std::accumulate(points.begin(), points.end(), 0.0);
        for (std::size_t j = 0; j < bounds_.size(); ++j)
            value += lambda[j] * (variance<double>(bounds_[j], points) - bounds_[j].bound);
        return value;
    }

private:
    /// One step of Chromy's iteration; returns the largest change, relative to the points.
    double improve(std::vector<double>& lambda) const {
        const std::vector<double> before = points_at(lambda);
        for (std::size_t j = 0; j < bounds_.size(); ++j) {
            const double ratio = variance<double>(bounds_[j], before) / bounds_[j].bound;
            lambda[j] *= ratio * ratio;
        }
        const std::vector<double> after = points_at(lambda);
        double change = 0.0;
        for (std::size_t i = 0; i < before.size(); ++i)
            change = std::max(change, std::abs(after[i] - before[i]) / before[i]);
        return change;
    }

    std::span<const VarianceBound> bounds_;
    std::span<const PointLimits> limits_;
};

/// The search for whole numbers.
class WholeSearch {
public:
    WholeSearch(std::span<const VarianceBound> bounds, std::span<const PointLimits> limits, Points start)
        : bounds_{bounds}, limits_{limits}, points_{std::move(start)} {}

    void add_until_met() {
        while (!all_met()) {
            const auto best = best_addition();
            if (best == points_.size()) return;
            ++points_[best];
        }
    }
    void drop_what_is_not_needed() {
        for (std::size_t i = 0; i < points_.size();) {
            if (!try_drop(i)) ++i;
        }
    }
    /// Takes two points away for one elsewhere, while that is enough; stops once there are only `fewest`.
    void exchange(std::int64_t fewest) {
        if (points_.size() > most_exchanged) return;
        while (sum() > fewest && exchanged()) {
        }
    }
    [[nodiscard]] const Points& points() const { return points_; }

private:
    [[nodiscard]] std::int64_t sum() const { return std::accumulate(points_.begin(), points_.end(), std::int64_t{0}); }
    [[nodiscard]] bool all_met() const {
        return std::ranges::all_of(bounds_, [&](const VarianceBound& one) { return one.is_met_by(points_); });
    }
    /// The stratum where one point more helps the targets that are not met most; none = one past the last.
    [[nodiscard]] std::size_t best_addition() const {
        std::size_t best = points_.size();
        double most_help = -1.0;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (points_[i] >= limits_[i].most) continue;
            const auto n = static_cast<double>(points_[i]);
            double help = 0.0;
            for (const VarianceBound& one : bounds_) {
                const double excess = variance<std::int64_t>(one, points_) - one.bound;
                if (excess > 0.0) help += std::min(excess, one.parts[i] / (n * (n + 1.0))) / one.bound;
            }
            if (help <= most_help) continue;
            most_help = help;
            best = i;
        }
        return best;
    }
    bool try_drop(std::size_t stratum) {
        if (points_[stratum] <= limits_[stratum].least) return false;
        --points_[stratum];
        if (all_met()) return true;
        ++points_[stratum];
        return false;
    }
    bool exchanged() {
        for (std::size_t to = 0; to < points_.size(); ++to) {
            if (points_[to] >= limits_[to].most) continue;
            ++points_[to];
            if (two_dropped(to)) return true;
            --points_[to];
        }
        return false;
    }
    /// Drops two points in strata other than `kept`.
    bool two_dropped(std::size_t kept) {
        for (std::size_t first = 0; first < points_.size(); ++first) {
            if (first == kept || !try_drop(first)) continue;
            for (std::size_t second = first; second < points_.size(); ++second) {
                if (second != kept && try_drop(second)) return true;
            }
            ++points_[first];
        }
        return false;
    }

    std::span<const VarianceBound> bounds_;
    std::span<const PointLimits> limits_;
    Points points_;
};

}  // namespace

bool VarianceBound::is_met_by(std::span<const std::int64_t> points) const {
    return variance<std::int64_t>(*this, points) <= bound * (1.0 + rounding);
}

Points allocated_jointly(std::span<const VarianceBound> bounds, std::span<const PointLimits> limits) {
    const RealProblem problem(bounds, limits);
    const std::vector<double> lambda = problem.multipliers();
    Points start;
    for (const double real : problem.points_at(lambda))
        start.push_back(static_cast<std::int64_t>(std::floor(real)));
    const double fewest = problem.fewest(lambda);
    WholeSearch search(bounds, limits, std::move(start));
    search.add_until_met();
    search.drop_what_is_not_needed();
    search.exchange(static_cast<std::int64_t>(std::ceil(fewest * (1.0 - rounding))));
    return search.points();
}

}  // namespace reddline::estimation
