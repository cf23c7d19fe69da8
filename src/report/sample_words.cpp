#include "report/sample_words.hpp"

#include <algorithm>
#include <vector>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/aligned_table.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_strata = 16;
constexpr std::size_t shown_errors = 6;
constexpr const char* continued = "    ";

std::string strata_table(const SamplePlan& design, Allocation allocation) {
    PlainTable table{{"stratum", "pixels", "ha", "points", "probability", "by"}, {}, {0, 5}};
    for (const DesignedStratum& one : design.strata) {
        if (table.rows.size() == shown_strata) break;
        table.rows.push_back({one.stratum.name, grouped(one.stratum.size.pixels),
                              grouped(hectares(one.stratum.size.area_cm2).value(), 1), grouped(one.points),
                              fixed(one.inclusion_probability(), 6), reason_name(one.reason, allocation)});
    }
    std::string text = aligned(table, "  ");
    const std::size_t more = design.strata.size() - table.rows.size();
    if (more > 0) text += "  and " + std::to_string(more) + " more in sample_design.csv\n";
    return text;
}

/// The quantity with its unit, rounded for people.
std::string rounded(double value, SampleQuantity quantity) {
    return quantity == SampleQuantity::area ? grouped(value, 1) + " ha" : fixed(value, 4);
}

std::string error_sentence(const ExpectedError& error) {
    const SampleQuantity quantity = error.target.quantity;
    std::string text = quantity == SampleQuantity::area ? "Area of " + error.target.class_name : "Overall accuracy";
    text += ": " + rounded(error.expected, quantity) + " expected, standard error " +
            rounded(error.standard_error, quantity);
    if (error.target.standard_error) {
        text += " (asked for: " + shortest(*error.target.standard_error) + "; by itself at least " +
                fixed(*error.fewest_points, 2) + " points)";
    }
    return text + ".";
}

/// A sentence for each quantity, as many as a screen has room for.
std::string errors_text(const SamplePlan& design) {
    if (design.errors.empty()) {
        return wrapped("No errors are foreseen, since [sample_design] expects nothing of the strata.", continued);
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(design.errors.size(), shown_errors); ++i)
        text += wrapped(error_sentence(design.errors[i]), continued);
    if (design.errors.size() > shown_errors) text += "Further quantities are in sample_precision.csv.\n";
    return text;
}

std::string left_out_text(const Tally& left_out) {
    if (left_out.pixels == 0) return {};
    return wrapped(counted(left_out.pixels, "pixel") + " of the zones, " +
                       grouped(hectares(left_out.area_cm2).value(), 1) +
                       " ha, are in no stratum: water, no data, or no class in the map. No estimate speaks of them.",
                   continued);
}

}  // namespace

std::string reason_name(PointsReason reason, Allocation allocation) {
    switch (reason) {
        case PointsReason::rule:
            return std::string(to_string(allocation));
        case PointsReason::floor:
            return "floor";
        case PointsReason::all_pixels:
            return "all pixels";
    }
    return {};
}

std::string unit_of(SampleQuantity quantity) {
    return quantity == SampleQuantity::area ? "ha" : "share";
}

std::string sample_text(const SamplePlan& design, const SampleRules& rules, const Tally& left_out) {
    return "A sample of " + counted(design.points(), "point") + " of " + grouped(design.size().pixels) +
           " pixels, allocation " + std::string(to_string(rules.allocation)) + ", seed " + std::to_string(rules.seed) +
           ".\n\n" + strata_table(design, rules.allocation) + "\n" + errors_text(design) + left_out_text(left_out) +
           wrapped(
               "Show interpreters points.gpkg or collect_earth.csv, and not points.csv, which tells the class that "
               "the maps show.",
               continued);
}

}  // namespace reddline::report
