#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/units.hpp"

namespace reddline {

/// Why an estimate, or its standard error, is missing.
enum class EstimateGap {
    none,           ///< nothing is missing
    empty_stratum,  ///< a stratum without points: nothing is known of it, so there is no estimate
    no_points,      ///< a share of nothing: no point has the class that it is a share of
    one_point,      ///< a stratum with a single point: its spread is not known, so there is no standard error
    no_variation,   ///< all points say the same: the formula gives 0, which would say that nothing can be wrong
};

/// The gap as it stands in tables; empty for none.
[[nodiscard]] std::string_view to_string(EstimateGap gap);

/// A number that a sample gives, with its standard error as far as the sample can tell.
struct Estimate {
    std::optional<double> value;
    std::optional<double> standard_error;
    EstimateGap gap = EstimateGap::none;
};

/// The two ends of an interval.
struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// The 95 % interval by the normal distribution, 1.96 standard errors to either side; it may reach below 0.
///
/// Source: docs/equations.md, Eq. 7
[[nodiscard]] std::optional<Interval> interval95(const Estimate& estimate);

/// What an accuracy is a share of.
enum class AccuracyMeasure {
    overall,    ///< of the whole area: map and reference agree
    users,      ///< of what the map calls a class
    producers,  ///< of what is that class
};

/// The measure as it stands in tables.
[[nodiscard]] std::string_view to_string(AccuracyMeasure measure);

/// The area of one reference class, mapped and estimated.
struct AreaEstimate {
    std::string zone;  ///< empty = the whole area of the sample
    std::string name;  ///< of the class
    std::optional<Hectares> mapped;
    Estimate area_ha;
    std::int64_t points = 0;  ///< of this reference class
    bool is_mapped_class = false;
    bool is_reference_class = false;
};

/// One accuracy of the map.
struct AccuracyEstimate {
    std::string zone;
    AccuracyMeasure measure = AccuracyMeasure::overall;
    std::string name;  ///< of the class; empty = overall
    Estimate share;
    std::int64_t points = 0;  ///< that it is a share of
};

/// One cell of the error matrix over the whole area of the sample.
struct ErrorMatrixCell {
    std::string mapped;
    std::string reference;
    std::int64_t points = 0;
    std::optional<double> area_share;  ///< of the whole area
};

/// Everything that a sample says: the whole area first, then zone by zone.
struct SampleEstimates {
    std::vector<std::string> classes;  ///< those of the map, then those that only the reference has
    std::vector<AreaEstimate> areas;
    std::vector<AccuracyEstimate> accuracies;
    std::vector<ErrorMatrixCell> matrix;
};

}  // namespace reddline
