#include "estimation/program_deduction.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "estimation/draw_summary.hpp"

namespace reddline::estimation {

namespace {

/// A half-width up to which a share is set aside.
struct Step {
    double up_to_pct;
    double deduction_pct;
};

// FCPF Carbon Fund Methodological Framework, indicator 22.2.
constexpr std::array<Step, 4> fcpf_steps{{{15.0, 0.0}, {30.0, 4.0}, {60.0, 8.0}, {100.0, 12.0}}};
constexpr double fcpf_beyond_pct = 15.0;

// VCS Methodology Requirements v4: t of 90 % on two sides, and of two thirds on one.
constexpr double vcs_free_pct = 10.0;
constexpr double vcs_most_pct = 100.0;
constexpr double vcs_t_90 = 1.6449;
constexpr double vcs_t_two_thirds = 0.4307;

// TREES 2.0, section 8, equations 10 and 11.
constexpr double trees_t_90 = 1.645006;
constexpr double trees_t_70 = 0.524417;

std::optional<double> nearest(double half_width_pct, std::span<const double> steps_pct) {
    std::optional<double> best;
    for (const double step : steps_pct) {
        if (!best || std::abs(step - half_width_pct) < std::abs(*best - half_width_pct)) best = step;
    }
    return best;
}

std::optional<Credits> set_aside(Credits credits, const std::optional<CreditBuffer>& buffer) {
    if (!buffer) return std::nullopt;
    constexpr std::int64_t kg_per_t = 1000;
    const std::int64_t kg = kg_rounded_up(buffer->fraction * TonnesCO2e::of(static_cast<double>(credits.tCO2e)));
    return Credits{(kg + kg_per_t - 1) / kg_per_t};
}

}  // namespace

std::optional<double> vcs_deduction_pct(double half_width_pct) {
    if (half_width_pct <= vcs_free_pct) return 0.0;
    if (half_width_pct > vcs_most_pct) return std::nullopt;
    return half_width_pct / vcs_t_90 * vcs_t_two_thirds;
}

double trees_deduction_pct(double half_width_pct) {
    return half_width_pct / trees_t_90 * trees_t_70;
}

double fcpf_deduction_pct(double half_width_pct) {
    for (const Step& step : fcpf_steps) {
        if (half_width_pct <= step.up_to_pct) return step.deduction_pct;
    }
    return fcpf_beyond_pct;
}

Credits whole_credits(TonnesCO2e amount) {
    constexpr std::int64_t kg_per_t = 1000;
    return {kg_rounded_down(std::max(TonnesCO2e{}, amount)) / kg_per_t};
}

std::vector<ProgrammeDeduction> programme_deductions(const HalfWidths& half_widths, TonnesCO2e creditable,
                                                     const std::optional<CreditBuffer>& buffer) {
    std::vector<double> fcpf_at;
    for (const Step& step : fcpf_steps)
        fcpf_at.push_back(step.up_to_pct);
    std::vector<ProgrammeDeduction> deductions{
        {"VCS",
         "none up to 10 %, then half-width / 1.6449 x 0.4307; above 100 % not creditable",
         "VCS Methodology Requirements v4, uncertainty",
         {},
         {},
         {},
         {},
         {}},
        {"TREES",
         "half-width (of the mean) / 1.645006 x 0.524417",
         "The REDD+ Environmental Excellence Standard (TREES), version 2.0, section 8, equations 10 and 11",
         {},
         {},
         {},
         {},
         {}},
        {"FCPF",
         "up to 15 % none, to 30 % 4 %, to 60 % 8 %, to 100 % 12 %, above 15 %",
         "FCPF Carbon Fund Methodological Framework, indicator 22.2",
         {},
         {},
         {},
         {},
         {}}};
    if (const auto& of_median = half_widths.of_median_pct) {
        deductions[0].deduction_pct = vcs_deduction_pct(*of_median);
        deductions[0].nearest_step_pct = nearest(*of_median, std::array{vcs_free_pct, vcs_most_pct});
        deductions[2].deduction_pct = fcpf_deduction_pct(*of_median);
        deductions[2].nearest_step_pct = nearest(*of_median, fcpf_at);
    }
    if (half_widths.of_mean_pct) deductions[1].deduction_pct = trees_deduction_pct(*half_widths.of_mean_pct);
    for (ProgrammeDeduction& programme : deductions)
        programme.half_width_pct = half_widths.of_median_pct;
    deductions[1].half_width_pct = half_widths.of_mean_pct;
    for (ProgrammeDeduction& programme : deductions) {
        if (programme.deduction_pct)
            programme.credits = whole_credits((1.0 - std::min(100.0, *programme.deduction_pct) / 100.0) * creditable);
        programme.buffered = set_aside(programme.credits, buffer);
    }
    return deductions;
}

std::vector<ProgrammeDeduction> deductions_side_by_side(const ReductionSpread* spread, TonnesCO2e creditable,
                                                        const std::optional<CreditBuffer>& buffer) {
    ProgrammeDeduction none{"none", "no deduction for uncertainty", "", 0.0, {}, whole_credits(creditable), {}, {}};
    none.buffered = set_aside(none.credits, buffer);
    std::vector<ProgrammeDeduction> deductions{std::move(none)};
    if (spread == nullptr) return deductions;
    const HalfWidths half_widths{spread->half_width_pct, half_width_pct(spread->quantiles, spread->mean)};
    for (ProgrammeDeduction& programme : programme_deductions(half_widths, creditable, buffer))
        deductions.push_back(std::move(programme));
    return deductions;
}

}  // namespace reddline::estimation
