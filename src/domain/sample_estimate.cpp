#include "domain/sample_estimate.hpp"

namespace reddline {

namespace {

/// Standard errors from the estimate to either end of its 95 % interval, as Olofsson et al. 2014 take them.
constexpr double errors_to_end = 1.96;

}  // namespace

std::string_view to_string(EstimateGap gap) {
    switch (gap) {
        case EstimateGap::none:
            return "";
        case EstimateGap::empty_stratum:
            return "empty_stratum";
        case EstimateGap::no_points:
            return "no_points";
        case EstimateGap::one_point:
            return "one_point";
        case EstimateGap::no_variation:
            return "no_variation";
    }
    return "";
}

std::string_view to_string(AccuracyMeasure measure) {
    switch (measure) {
        case AccuracyMeasure::overall:
            return "overall";
        case AccuracyMeasure::users:
            return "users";
        case AccuracyMeasure::producers:
            return "producers";
    }
    return "overall";
}

std::optional<Interval> interval95(const Estimate& estimate) {
    if (!estimate.value || !estimate.standard_error) return std::nullopt;
    const double half_width = errors_to_end * *estimate.standard_error;
    return Interval{*estimate.value - half_width, *estimate.value + half_width};
}

}  // namespace reddline
