#include "estimation/distribution.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <string>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "estimation/counter_random.hpp"

namespace reddline::estimation {

namespace {

// Plain doubles everywhere: the same bits wherever a double is one, and no slower type behind the scenes.
using Doubles = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// Plot means in tables are rounded; beyond this share of the value they speak of something else.
constexpr double most_rounding = 0.005;

/// Beyond it the logarithms of a log-normal input span more than any density does.
constexpr double most_relative_error = 1000.0;

/// Beyond it the beta distribution is too narrow for its function to be evaluated.
constexpr double most_concentration = 1e11;

[[noreturn]] void fail(const InputRule& rule, const std::string& expected, const std::string& found,
                       const std::string& advice) {
    throw Error(ErrorCode::table_malformed, rule.place,
                "expected " + expected + " for the " + std::string(to_string(rule.family)) + " input '" + rule.input +
                    "', found " + found + "; " + advice);
}

void expect_error(const InputRule& rule, double standard_error) {
    if (standard_error > 0.0) return;
    fail(rule, "a standard error above 0", shortest(standard_error), "give it in the factors or in this table");
}

double normal_density(double deviate) {
    return std::exp(-0.5 * deviate * deviate) / std::sqrt(2.0 * std::numbers::pi);
}

}  // namespace

double normal_deviate(double share) {
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * share, Doubles{});
}

double normal_share(double deviate) {
    return 0.5 * boost::math::erfc(-deviate / std::numbers::sqrt2, Doubles{});
}

Distribution::Distribution(const InputRule& rule, double value, double standard_error)
    : family_{rule.family}, mean_{value}, standard_deviation_{standard_error} {
    switch (family_) {
        case DistributionFamily::normal:
            expect_error(rule, standard_error);
            return;
        case DistributionFamily::truncated_normal:
            fit_truncated(rule, value, standard_error);
            return;
        case DistributionFamily::log_normal:
            fit_log_normal(rule, value, standard_error);
            return;
        case DistributionFamily::beta:
            fit_beta(rule, value, standard_error);
            return;
        case DistributionFamily::triangular:
            fit_triangular(rule, value);
            return;
        case DistributionFamily::bootstrap:
            fit_bootstrap(rule, value);
            return;
    }
}

void Distribution::fit_truncated(const InputRule& rule, double value, double standard_error) {
    expect_error(rule, standard_error);
    first_ = value;
    second_ = standard_error;
    lower_ = rule.lower.value_or(0.0);
    upper_ = rule.upper.value_or(std::numeric_limits<double>::infinity());
    const double from = (lower_ - value) / standard_error;
    const double to = (upper_ - value) / standard_error;
    share_below_ = normal_share(from);
    share_inside_ = normal_share(to) - share_below_;
    constexpr double least_inside = 1e-6;  // Below it the quantiles would come from the last bits of the shares.
    if (lower_ >= upper_ || share_inside_ < least_inside) {
        fail(rule, "bounds between which the normal distribution lies",
             shortest(lower_) + " to " + shortest(upper_) + " around " + shortest(value), "correct the bounds");
    }
    const double density_from = normal_density(from);
    const double density_to = normal_density(to);
    const double shift = (density_from - density_to) / share_inside_;
    const double weighed_to = std::isfinite(to) ? to * density_to : 0.0;
    mean_ = value + standard_error * shift;
    standard_deviation_ =
        standard_error * std::sqrt(1.0 + (from * density_from - weighed_to) / share_inside_ - shift * shift);
}

void Distribution::fit_log_normal(const InputRule& rule, double value, double standard_error) {
    expect_error(rule, standard_error);
    if (value <= 0.0) fail(rule, "a value above 0", shortest(value), "choose another distribution");
    const double relative = standard_error / value;
    if (relative > most_relative_error) {
        fail(rule, "a standard error of at most 1,000 times the value " + shortest(value), shortest(standard_error),
             "correct it");
    }
    second_ = std::sqrt(std::log1p(relative * relative));
    first_ = std::log(value) - 0.5 * second_ * second_;
}

void Distribution::fit_beta(const InputRule& rule, double value, double standard_error) {
    expect_error(rule, standard_error);
    if (!rule.lower || !rule.upper) fail(rule, "lower and upper", "none", "give both bounds");
    lower_ = *rule.lower;
    upper_ = *rule.upper;
    if (value <= lower_ || value >= upper_) {
        fail(rule, "a value between the bounds", shortest(value), "correct the bounds");
    }
    const double share = (value - lower_) / (upper_ - lower_);
    const double relative = standard_error / (upper_ - lower_);
    const double concentration = share * (1.0 - share) / (relative * relative) - 1.0;
    if (concentration <= 0.0) {
        fail(rule, "a standard error below " + shortest(std::sqrt(share * (1.0 - share)) * (upper_ - lower_)),
             shortest(standard_error), "widen the bounds or choose another distribution");
    }
    if (concentration > most_concentration) {
        fail(rule, "a standard error of at least a millionth of the width of the bounds", shortest(standard_error),
             "narrow the bounds");
    }
    first_ = share * concentration;
    second_ = (1.0 - share) * concentration;
}

void Distribution::fit_triangular(const InputRule& rule, double value) {
    if (!rule.lower || !rule.upper) fail(rule, "lower and upper", "none", "give both bounds");
    lower_ = *rule.lower;
    upper_ = *rule.upper;
    first_ = rule.mode.value_or(3.0 * value - lower_ - upper_);
    if (lower_ >= upper_ || first_ < lower_ || first_ > upper_) {
        fail(rule,
             rule.mode ? "a mode between the bounds" : "bounds whose mode 3 x value - lower - upper lies between them",
             shortest(first_) + " for " + shortest(lower_) + " to " + shortest(upper_), "correct the bounds");
    }
    mean_ = (lower_ + first_ + upper_) / 3.0;
    const double variance =
        (lower_ * lower_ + first_ * first_ + upper_ * upper_ - lower_ * first_ - lower_ * upper_ - first_ * upper_) /
        18.0;
    standard_deviation_ = std::sqrt(std::max(0.0, variance));
}

void Distribution::fit_bootstrap(const InputRule& rule, double value) {
    plots_ = rule.plots;
    if (plots_.size() < 2) {
        fail(rule, "at least two plots", std::to_string(plots_.size()),
             "list them in [uncertainty] plots, or take the factors from a table of plots");
    }
    const auto count = static_cast<double>(plots_.size());
    mean_ = std::accumulate(plots_.begin(), plots_.end(), 0.0) / count;
    if (std::abs(mean_ - value) > most_rounding * std::abs(value)) {
        fail(rule, "plots whose mean is its value " + shortest(value), "a mean of " + shortest(mean_),
             "use the plots that the value was computed from");
    }
    double squares = 0.0;
    for (const double plot : plots_)
        squares += (plot - mean_) * (plot - mean_);
    standard_deviation_ = std::sqrt(squares) / count;
    if (standard_deviation_ <= 0.0) fail(rule, "plots that differ", "equal ones", "choose another distribution");
}

double Distribution::at(double share) const {
    switch (family_) {
        case DistributionFamily::normal:
        case DistributionFamily::log_normal:
            return at_deviate(normal_deviate(share));
        case DistributionFamily::truncated_normal: {
            const double inside = first_ + second_ * normal_deviate(share_below_ + share * share_inside_);
            return std::clamp(inside, lower_, upper_);
        }
        case DistributionFamily::beta:
            return lower_ + (upper_ - lower_) * boost::math::ibeta_inv(first_, second_, share, Doubles{});
        case DistributionFamily::triangular: {
            const double width = upper_ - lower_;
            const bool is_rising = share * width <= first_ - lower_;
            return is_rising ? lower_ + std::sqrt(share * width * (first_ - lower_))
                             : upper_ - std::sqrt((1.0 - share) * width * (upper_ - first_));
        }
        case DistributionFamily::bootstrap:
            break;
    }
    assert(false);
    return mean_;
}

double Distribution::at_deviate(double deviate) const {
    if (family_ == DistributionFamily::normal) return mean_ + standard_deviation_ * deviate;
    if (family_ == DistributionFamily::log_normal) return std::exp(first_ + second_ * deviate);
    return at(normal_share(deviate));
}

double Distribution::resampled(std::uint64_t seed) const {
    const auto count = static_cast<double>(plots_.size());
    double sum = 0.0;
    for (std::size_t draw = 0; draw < plots_.size(); ++draw) {
        const double share = unit_number(random_bits(seed, draw, 0));
        sum += plots_[static_cast<std::size_t>(share * count)];
    }
    return sum / count;
}

}  // namespace reddline::estimation
