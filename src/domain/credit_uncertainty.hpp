#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/credit_buffer.hpp"
#include "domain/ledger.hpp"
#include "domain/uncertainty_rules.hpp"
#include "domain/units.hpp"

namespace reddline {

/// An input that an interval does not cover, because nothing says how far it may be off.
struct FixedInput {
    std::size_t zone = 0;  ///< the project whose statement rests on it
    std::string name;
    std::optional<double> value;
    std::string unit;
    std::string reason;
};

/// An uncertain input and its part in the uncertainty of one project's reductions.
struct InputShare {
    std::string name;
    std::string factors;  ///< the factor set that it stands in; empty where it is in none
    std::string unit;
    double value = 0.0;
    double standard_error = 0.0;  ///< as stated, or that of the distribution where the distribution gives it
    DistributionFamily family = DistributionFamily::normal;
    double mean = 0.0;               ///< of the distribution
    double slope_tCO2e = 0.0;        ///< what the reductions gain for one unit of the input, at the central values
    double approach_1_share = 0.0;   ///< of the variance by Eq. 28
    double monte_carlo_share = 0.0;  ///< of the variance of the draws
};

/// The middle and the 90 % interval of the draws.
struct DrawQuantiles {
    TonnesCO2e median;
    TonnesCO2e q05;
    TonnesCO2e q95;
};

/// The quantiles after the first draws alone.
struct ConvergenceStep {
    std::uint64_t draws = 0;
    DrawQuantiles quantiles;
};

/// Net emission reductions of one reading under uncertainty.
struct ReductionSpread {
    std::uint64_t draws = 0;
    TonnesCO2e central;                    ///< at the central values of all inputs: that of the statement
    TonnesCO2e approach_1_standard_error;  ///< Eq. 28
    TonnesCO2e mean;
    TonnesCO2e standard_deviation;
    DrawQuantiles quantiles;
    std::optional<double>
        half_width_pct;           ///< HW90 of Eq. 29, in per cent of the median; nothing where that is not above 0
    double share_positive = 0.0;  ///< of the draws with a reduction above 0
    std::optional<double>
        share_of_claim;  ///< of the draws that give at least the claimed credits; nothing without a claim
};

/// What one programme would deduct for uncertainty (Eq. 30).
struct ProgrammeDeduction {
    std::string programme;                ///< "none": the credits as they are
    std::string rule;                     ///< in words
    std::string document;                 ///< with its version
    std::optional<double> deduction_pct;  ///< nothing where the programme would credit nothing
    std::optional<double>
        nearest_step_pct;             ///< the half-width nearest by at which its rule changes; nothing without steps
    Credits credits;                  ///< after the deduction
    std::optional<Credits> buffered;  ///< of these, set aside; nothing without a buffer
    std::optional<double> half_width_pct;   ///< as the programme takes it: of the median, of the mean by TREES
    std::optional<BufferClosing> buffer{};  ///< the account once `buffered` is added; nothing without a ledger
};

/// The credits that are reached or passed with a stated probability.
struct ConfidentCredits {
    double confidence = 0.0;
    TonnesCO2e reduction;
    Credits credits;
};

/// The uncertainty of one reading of one project.
struct ReadingSpread {
    std::size_t reading = 0;  ///< index among the readings of the result
    ReductionSpread spread;
};

/// The uncertainty of one project's reductions under the default reading.
struct ZoneUncertainty {
    std::size_t zone = 0;
    ReductionSpread spread;
    DrawQuantiles monte_carlo_error;  ///< standard errors of the quantiles by the draws being so many
    std::vector<ConvergenceStep> convergence;
    std::vector<InputShare> inputs;
    double unshared = 0.0;                       ///< of the variance: of no input alone
    std::vector<InputCorrelation> correlations;  ///< among its inputs, as they were used
    std::vector<ConfidentCredits> confident;
};

/// What the programmes would deduct from one project's credits: without uncertainty "none" alone.
struct ZoneDeductions {
    std::size_t zone = 0;
    std::vector<ProgrammeDeduction> programmes;
};

/// The most readings whose uncertainty is computed.
inline constexpr std::size_t most_spread_readings = 10'000;

/// What uncertainty the inputs give, by project and reading; empty where no input has a standard error.
struct CreditUncertainty {
    std::vector<ZoneUncertainty> zones;
    std::vector<ZoneDeductions> deductions;  ///< by project whose default reading is given
    std::vector<ReadingSpread>
        readings;  ///< of every reading that is not refused; beyond `most_spread_readings` of the default ones
    /// The uncertainty of a project; null where there is none.
    [[nodiscard]] const ZoneUncertainty* of(std::size_t zone) const;
    /// The deduction of one programme from a project's credits; null where there is none.
    [[nodiscard]] const ProgrammeDeduction* deduction(std::size_t zone, std::string_view programme) const;
};

}  // namespace reddline
