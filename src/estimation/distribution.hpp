#pragma once

#include <cstdint>
#include <vector>

#include "domain/uncertainty_rules.hpp"

namespace reddline::estimation {

/// What an uncertain input is known to be: a distribution whose parameters follow from its value, its standard error and
/// what the audit file adds.
///
/// Source: docs/equations.md, Eq. 29
class Distribution {
public:
    /// The distribution of an input. Value and standard error are mean and standard deviation of a normal, log-normal and
    /// beta distribution, and those of the normal before it is cut off in a truncated one; a triangular distribution has
    /// its bounds and its mode, which is the mean's where none is given; a bootstrap resamples its plots.
    ///
    /// Errors: Error{table_malformed} at the rule's place: which values the family cannot have, and why.
    Distribution(const InputRule& rule, double value, double standard_error);

    [[nodiscard]] DistributionFamily family() const { return family_; }
    [[nodiscard]] double mean() const { return mean_; }
    [[nodiscard]] double standard_deviation() const { return standard_deviation_; }
    /// True when `at` exists: a bootstrap has no formula.
    [[nodiscard]] bool is_continuous() const { return family_ != DistributionFamily::bootstrap; }
    /// The value that is not passed with probability `share`, between 0 and 1.
    [[nodiscard]] double at(double share) const;
    /// The value at a standard normal deviate: as `at` of its probability, and faster for normal and log-normal inputs.
    [[nodiscard]] double at_deviate(double deviate) const;
    /// The mean of as many plots as there are, each drawn from all of them by the random bits of `seed`.
    [[nodiscard]] double resampled(std::uint64_t seed) const;

private:
    void fit_truncated(const InputRule& rule, double value, double standard_error);
    void fit_log_normal(const InputRule& rule, double value, double standard_error);
    void fit_beta(const InputRule& rule, double value, double standard_error);
    void fit_triangular(const InputRule& rule, double value);
    void fit_bootstrap(const InputRule& rule, double value);

    DistributionFamily family_;
    double mean_;
    double standard_deviation_;
    double first_ = 0.0;   ///< centre, log mean, alpha or mode
    double second_ = 0.0;  ///< spread, log standard deviation or beta
    double lower_ = 0.0;
    double upper_ = 0.0;
    double share_below_ = 0.0;   ///< of the uncut normal below the lower bound
    double share_inside_ = 1.0;  ///< of the uncut normal between the bounds
    std::vector<double> plots_;
};

/// The standard normal deviate that is not passed with probability `share`, between 0 and 1.
[[nodiscard]] double normal_deviate(double share);
/// The probability that a standard normal deviate does not pass `deviate`.
[[nodiscard]] double normal_share(double deviate);

}  // namespace reddline::estimation
