#include "estimation/sample_design.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>
#include <string>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "estimation/allocation.hpp"
#include "estimation/expected_shares.hpp"
#include "estimation/sample_size.hpp"
#include "estimation/several_targets.hpp"

namespace reddline::estimation {

namespace {

/// Without two points there is no variance.
constexpr std::int64_t least_points = 2;

[[noreturn]] void fail(const std::string& key, const std::string& message) {
    throw Error(ErrorCode::audit_file, "sample_design." + key, message);
}

template <class Value>
std::vector<std::string> names_of(const std::map<std::string, Value>& named) {
    std::vector<std::string> names;
    for (const auto& [name, value] : named)
        names.push_back(name);
    return names;
}

std::vector<DesignedStratum> with_expectations(std::vector<PixelStratum> strata, const SampleRules& rules) {
    expect_strata(names_of(rules.expected), strata, "expected");
    expect_strata(names_of(rules.by_hand), strata, "points");
    std::int64_t area_cm2 = 0;
    for (const PixelStratum& one : strata)
        area_cm2 += one.size.area_cm2;
    std::vector<DesignedStratum> designed;
    for (PixelStratum& one : strata) {
        DesignedStratum next;
        next.weight = static_cast<double>(one.size.area_cm2) / static_cast<double>(area_cm2);
        if (const ExpectedShares* shares = said_of(one, rules.expected)) next.expected = *shares;
        next.stratum = std::move(one);
        designed.push_back(std::move(next));
    }
    return designed;
}

std::vector<PointLimits> limits_of(const std::vector<DesignedStratum>& strata, const SampleRules& rules) {
    std::vector<PointLimits> limits;
    for (const DesignedStratum& one : strata) {
        const std::int64_t pixels = one.stratum.size.pixels;
        limits.push_back({std::min(std::max(rules.floor, least_points), pixels), std::min(pixels, most_sample_points)});
    }
    return limits;
}

/// Points by hand, of which every stratum has its number.
Points points_by_hand(const std::vector<DesignedStratum>& strata, const SampleRules& rules) {
    Points points;
    for (const DesignedStratum& one : strata) {
        const std::int64_t* const given = said_of(one.stratum, rules.by_hand);
        const std::string name = "'" + one.stratum.name + "'";
        if (given == nullptr) {
            fail("points", "expected a number of points for the stratum " + name + ", found none; add it");
        }
        if (*given > one.stratum.size.pixels) {
            fail("points", "expected at most " + grouped(one.stratum.size.pixels) +
                               " points, the pixels of the stratum " + name + ", found " + grouped(*given) +
                               "; ask for fewer");
        }
        points.push_back(*given);
    }
    return points;
}

/// What the points are shared out by.
std::vector<double> weights_of(const std::vector<DesignedStratum>& strata, const SampleRules& rules,
                               const std::vector<QuantitySpread>& targets) {
    std::vector<double> weights;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        switch (rules.allocation) {
            case Allocation::equal:
                weights.push_back(1.0);
                break;
            case Allocation::neyman:
                weights.push_back(targets.front().strata[i].weight * targets.front().strata[i].deviation);
                break;
            default:
                weights.push_back(strata[i].weight);
        }
    }
    if (std::ranges::all_of(weights, [](double weight) { return weight <= 0.0; })) {
        fail("expected",
             "expected a share above 0 and below 1 in at least one stratum, found none, so that nothing is "
             "uncertain; state what is likely, or share the points out by another rule");
    }
    return weights;
}

/// A target with its bound.
struct BoundTarget {
    QuantitySpread spread;
    double standard_error = 0.0;
};

std::vector<BoundTarget> bound_targets(const SampleRules& rules, const std::vector<QuantitySpread>& spreads) {
    std::vector<BoundTarget> bound;
    for (std::size_t i = 0; i < spreads.size(); ++i) {
        if (rules.targets[i].standard_error) bound.push_back({spreads[i], *rules.targets[i].standard_error});
    }
    return bound;
}

VarianceBound variance_bound(const BoundTarget& target) {
    VarianceBound bound{{}, target.standard_error * target.standard_error};
    for (const StratumSpread& one : target.spread.strata) {
        const double part = one.weight * one.weight * one.deviation * one.deviation;
        bound.parts.push_back(part);
        bound.bound += part / static_cast<double>(one.pixels);
    }
    return bound;
}

std::vector<VarianceBound> variance_bounds(const std::vector<BoundTarget>& targets) {
    std::vector<VarianceBound> bounds;
    for (const BoundTarget& target : targets)
        bounds.push_back(variance_bound(target));
    return bounds;
}

std::int64_t sum_of(const Points& points) {
    return std::accumulate(points.begin(), points.end(), std::int64_t{0});
}

/// Stops at a number of points that the strata cannot hold.
void expect_sharable(std::int64_t points, const std::vector<PointLimits>& limits) {
    std::int64_t least = 0;
    std::int64_t most = 0;
    for (const PointLimits& one : limits) {
        least += one.least;
        most += one.most;
    }
    if (points < least) {
        fail("points", "expected at least " + grouped(least) +
                           " points, so many that every stratum has its floor, found " + grouped(points) +
                           "; ask for more, or lower the floor");
    }
    if (points > most) {
        fail("points", "expected at most " + grouped(most) + " points, which all strata hold, found " +
                           grouped(points) + "; ask for fewer");
    }
}

Points shared_points(const std::vector<DesignedStratum>& strata, const SampleRules& rules,
                     const std::vector<QuantitySpread>& spreads, const std::vector<PointLimits>& limits) {
    if (rules.allocation == Allocation::by_hand) return points_by_hand(strata, rules);
    const std::vector<VarianceBound> bounds = variance_bounds(bound_targets(rules, spreads));
    if (rules.allocation == Allocation::optimal) return allocated_jointly(bounds, limits);
    const std::vector<double> weights = weights_of(strata, rules, spreads);
    if (rules.points) {
        expect_sharable(*rules.points, limits);
        return allocated(weights, limits, *rules.points);
    }
    return smallest_allocated(weights, limits, [&](const Points& points) {
        return std::ranges::all_of(bounds, [&](const VarianceBound& bound) { return bound.is_met_by(points); });
    });
}

/// Targets, and whatever else the expected shares tell.
std::vector<SampleTarget> stated_quantities(const std::vector<DesignedStratum>& strata, const SampleRules& rules) {
    std::vector<SampleTarget> all{SampleTarget{}};
    std::set<std::string> classes;
    for (const DesignedStratum& one : strata) {
        for (const auto& [name, share] : one.expected)
            classes.insert(name);
    }
    for (const std::string& name : classes)
        all.push_back({SampleQuantity::area, name, std::nullopt});
    std::vector<SampleTarget> stated = rules.targets;
    for (const SampleTarget& one : all) {
        const bool is_target = std::ranges::any_of(rules.targets, [&](const SampleTarget& target) {
            return target.quantity == one.quantity && target.class_name == one.class_name;
        });
        const bool is_known = std::ranges::all_of(strata, [&](const DesignedStratum& stratum) {
            const bool is_area = one.quantity == SampleQuantity::area;
            return stratum.expected.contains(is_area ? one.class_name : stratum.stratum.map_class);
        });
        if (!is_target && is_known) stated.push_back(one);
    }
    return stated;
}

std::string target_text(const SampleTarget& target) {
    return target.quantity == SampleQuantity::area ? "the area of '" + target.class_name + "'" : "the overall accuracy";
}

/// True when the audit file says how many points there are, and can say more of them until the target is met.
bool can_ask_for_more(const SampleRules& rules, const ExpectedError& error, std::int64_t points) {
    if (!rules.points && rules.allocation != Allocation::by_hand) return false;
    return points < most_sample_points && error.fewest_points <= static_cast<double>(most_sample_points);
}

/// Stops where the points miss a target.
void expect_met(const SampleRules& rules, const ExpectedError& error, std::int64_t points) {
    const auto& wanted = error.target.standard_error;
    constexpr double rounding = 1e-9;
    if (!wanted || error.standard_error <= *wanted * (1.0 + rounding)) return;
    const std::string unit = error.target.quantity == SampleQuantity::area ? " ha" : "";
    fail("targets",
         "expected a standard error of " + shortest(*wanted) + unit + " of " + target_text(error.target) + ", found " +
             shortest(error.standard_error) + unit + " with " + grouped(points) + " points; ask for " +
             (can_ask_for_more(rules, error, points) ? "more points, or for a larger error" : "a larger error"));
}

PointsReason reason_of(std::int64_t points, const PointLimits& limits, std::int64_t pixels) {
    if (points == pixels) return PointsReason::all_pixels;
    return points == limits.least ? PointsReason::floor : PointsReason::rule;
}

}  // namespace

SamplePlan design_sample(std::vector<PixelStratum> strata, const SampleRules& rules) {
    SamplePlan design{with_expectations(std::move(strata), rules), {}};
    std::vector<QuantitySpread> spreads;
    for (const SampleTarget& target : rules.targets)
        spreads.push_back(spread_of(target, design.strata));
    const std::vector<PointLimits> limits = limits_of(design.strata, rules);
    const Points points = shared_points(design.strata, rules, spreads, limits);
    for (std::size_t i = 0; i < points.size(); ++i) {
        design.strata[i].points = points[i];
        if (rules.allocation == Allocation::by_hand) continue;
        design.strata[i].reason = reason_of(points[i], limits[i], design.strata[i].stratum.size.pixels);
    }
    for (const SampleTarget& target : stated_quantities(design.strata, rules)) {
        const QuantitySpread spread = spread_of(target, design.strata);
        design.errors.push_back({target, spread.expected, standard_error_of(spread.strata, points), std::nullopt});
        if (target.standard_error) {
            design.errors.back().fewest_points = points_needed(spread.strata, *target.standard_error);
        }
        expect_met(rules, design.errors.back(), sum_of(points));
    }
    if (design.points() > most_sample_points) {
        fail("targets", "expected targets that " + grouped(most_sample_points) + " points meet, found that they need " +
                            grouped(design.points()) + "; ask for larger errors");
    }
    return design;
}

}  // namespace reddline::estimation
