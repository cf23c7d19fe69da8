#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/year.hpp"

namespace reddline {

/// Points that a sample has at most: more than people interpret, and few enough to keep them while pixels are read.
inline constexpr std::int64_t most_sample_points = 100'000;

/// What makes the strata of a sample.
enum class SampleClasses {
    change,          ///< lost in the years, forest that stayed, other land
    change_by_type,  ///< the same, loss and forest by forest type
    map_class,       ///< the classes of a strata map
};

/// Whether a stratum ends at the border of a zone.
enum class SampleZones { joined, split };

/// How the points are shared out among the strata (Eq. 9).
enum class Allocation { proportional, equal, neyman, optimal, by_hand };

/// The allocation as it stands in the audit file and in tables, for example `by-hand`.
[[nodiscard]] std::string_view to_string(Allocation allocation);

/// What a sample is to tell.
enum class SampleQuantity { overall_accuracy, area };

/// The quantity as it stands in the audit file and in tables: `overall-accuracy` or `area`.
[[nodiscard]] std::string_view to_string(SampleQuantity quantity);

/// A quantity, and how well it is to be known.
struct SampleTarget {
    SampleQuantity quantity = SampleQuantity::overall_accuracy;
    std::string class_name{};  ///< whose area; empty for the overall accuracy
    std::optional<double>
        standard_error{};  ///< of the accuracy as a share, of an area in hectares; nothing = only stated
};

/// Expected shares of the reference classes in one stratum.
using ExpectedShares = std::map<std::string, double>;

/// [sample_design]: what is asked of the sample.
struct SampleRules {
    SampleClasses classes = SampleClasses::change;
    std::string map;  ///< the strata map whose legend says what is forest, or whose classes are strata; empty = none
    std::optional<LossYear> first_year;  ///< of the loss that counts as change; nothing for the classes of a map
    std::optional<LossYear> last_year;
    SampleZones zones = SampleZones::joined;
    int near_loss_pixels = 0;  ///< forest within so many pixels of loss is a stratum of its own; 0 = it is not
    std::int64_t seed = 0;
    Allocation allocation = Allocation::proportional;
    std::optional<std::int64_t> points;              ///< nothing = as many as the targets need
    std::map<std::string, std::int64_t> by_hand;     ///< points by stratum
    std::int64_t floor = 0;                          ///< points that every stratum gets at least
    std::map<std::string, ExpectedShares> expected;  ///< by stratum
    std::vector<SampleTarget> targets;
};

/// Pixels from which points are drawn together.
struct PixelStratum {
    std::string name;
    std::string name_without_zone;
    std::string map_class;  ///< what the maps call its pixels; strata around loss share it with other forest
    std::string zone;       ///< the zones that its pixels lie in; empty where strata do not end at zones
    Tally size;
};

/// Why a stratum has so many points.
enum class PointsReason { rule, floor, all_pixels };

/// A stratum with its share of the points.
struct DesignedStratum {
    PixelStratum stratum;
    double weight = 0.0;  ///< its share of the area of all strata
    ExpectedShares expected;
    std::int64_t points = 0;
    PointsReason reason = PointsReason::rule;

    /// The probability with which a pixel of the stratum is drawn.
    [[nodiscard]] double inclusion_probability() const {
        return static_cast<double>(points) / static_cast<double>(stratum.size.pixels);
    }
};

/// How well a quantity is to be expected to be known, as far as the expected shares hold.
struct ExpectedError {
    SampleTarget target;
    double expected = 0.0;                  ///< the quantity itself: a share, or hectares
    double standard_error = 0.0;            ///< likewise
    std::optional<double> fewest_points{};  ///< that the target needs by itself, however they are shared out
};

/// A stratified sample before its points are drawn.
struct SamplePlan {
    std::vector<DesignedStratum> strata;
    std::vector<ExpectedError> errors;  ///< the targets first, then whatever else the expected shares tell

    [[nodiscard]] std::int64_t points() const;
    [[nodiscard]] Tally size() const;  ///< of all strata
};

/// A pixel that was drawn.
struct SamplePoint {
    std::string id;              ///< from its place on the Earth: a larger sample of the same seed has it too
    std::int64_t order = 0;      ///< in which it is to be looked at, from 1 on; random
    double longitude_deg = 0.0;  ///< of its centre, WGS 84
    double latitude_deg = 0.0;
    std::int64_t column = 0;  ///< in the grid of the loss tiles
    std::int64_t row = 0;
    std::int64_t area_cm2 = 0;
    std::size_t stratum = 0;  ///< index into SamplePlan::strata
};

}  // namespace reddline
