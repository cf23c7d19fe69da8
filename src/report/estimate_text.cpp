#include "report/estimate_text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/estimate_csv.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr std::size_t shown_classes = 10;
constexpr const char* hanging = "    ";

std::string area_cell(const std::optional<double>& area_ha) {
    return area_ha ? grouped(*area_ha, 1) : "-";
}

std::string share_cell(const Estimate& share) {
    if (!share.value) return "-";
    return fixed(*share.value, 4) + (share.standard_error ? " (" + fixed(*share.standard_error, 4) + ")" : " (-)");
}

const Estimate& accuracy_of(const SampleEstimates& estimates, AccuracyMeasure measure, const std::string& name) {
    return std::ranges::find_if(
               estimates.accuracies,
               [&](const AccuracyEstimate& a) { return a.zone.empty() && a.measure == measure && a.name == name; })
        ->share;
}

std::string areas_text(const SampleEvidence& evidence) {
    PlainTable table{{"class", "mapped ha", "estimated ha", "standard error", "95 % from", "to"}, {}};
    for (const AreaEstimate& area : evidence.estimates.areas) {
        if (!area.zone.empty() || table.rows.size() == shown_classes) break;
        const auto interval = interval95(area.area_ha);
        const auto mapped = area.mapped ? std::optional(area.mapped->value()) : std::nullopt;
        table.rows.push_back({area.name, area_cell(mapped), area_cell(area.area_ha.value),
                              area_cell(area.area_ha.standard_error),
                              area_cell(interval ? std::optional(interval->low) : std::nullopt),
                              area_cell(interval ? std::optional(interval->high) : std::nullopt)});
    }
    return aligned(table, "  ");
}

std::string accuracies_text(const SampleEstimates& estimates) {
    PlainTable table{{"class", "user's accuracy", "producer's accuracy"}, {}};
    for (const std::string& name : estimates.classes) {
        if (table.rows.size() == shown_classes) break;
        table.rows.push_back({name, share_cell(accuracy_of(estimates, AccuracyMeasure::users, name)),
                              share_cell(accuracy_of(estimates, AccuracyMeasure::producers, name))});
    }
    return aligned(table, "  ");
}

/// What is not on the screen, and where it is.
std::string more_text(const SampleEstimates& estimates) {
    std::string text;
    if (estimates.classes.size() > shown_classes) {
        text += "  and " + std::to_string(estimates.classes.size() - shown_classes) + " more in the tables\n";
    }
    std::set<std::string> zones;
    for (const AreaEstimate& area : estimates.areas) {
        if (!area.zone.empty()) zones.insert(area.zone);
    }
    if (zones.empty()) return text;
    return text + "By zone (" + std::to_string(zones.size()) + "): estimates.csv and accuracy.csv.\n";
}

/// Classes whose interval reaches below 0, or that have no standard error.
std::string doubts_text(const SampleEvidence& evidence) {
    std::string below;
    std::string without;
    for (const AreaEstimate& area : evidence.estimates.areas) {
        if (!area.zone.empty()) break;
        const auto interval = interval95(area.area_ha);
        if (interval && interval->low < 0.0) below += (below.empty() ? "" : ", ") + area.name;
        if (!interval) without += (without.empty() ? "" : ", ") + area.name;
    }
    std::string text;
    if (!below.empty()) {
        text += wrapped("Intervals that reach below 0 stand as they are: " + below +
                            ". So few points were found that the normal distribution fits badly.",
                        hanging);
    }
    if (!without.empty()) text += wrapped("No standard error: " + without + "; estimates.csv says why.", hanging);
    return text;
}

}  // namespace

std::string sample_text(const ReferenceSample& sample) {
    std::int64_t points = 0;
    for (const SampledPoints& row : sample.points)
        points += row.points;
    std::string text = counted(points, "point") + " in " + std::to_string(sample.strata.size()) +
                       (sample.strata.size() == 1 ? " stratum" : " strata") +
                       (sample.kind == SampleStrata::map_classes ? ", the classes of the map (Eq. 7)"
                                                                 : " that are not the classes of the map (Eq. 8)");
    switch (sample.design) {
        case SamplingDesign::stratified:
            text += ", drawn at random within each.";
            break;
        case SamplingDesign::simple:
            text += ", drawn at random over the whole area and weighed by the strata afterwards.";
            break;
        case SamplingDesign::systematic:
            text +=
                ", drawn on a grid: the standard errors are those of a random sample, an approximation that is "
                "mostly too large and can be too small where the land repeats itself as the grid does.";
            break;
    }
    if (!sample.subset.empty()) {
        text += " Only points with " + sample.subset +
                " were taken: the estimates hold where the points left out are like those taken, which the sample "
                "cannot show.";
    }
    return text;
}

std::string estimate_text(const std::string& title, const SampleEvidence& evidence, const std::string& label) {
    const SampleEstimates& estimates = evidence.estimates;
    std::string text = title + "\n";
    if (!label.empty()) text += wrapped("[" + label + "]", hanging);
    text += wrapped("Sample: " + sample_text(evidence.sample), hanging);
    text += wrapped("Source: " + evidence.sample.source, hanging);
    text += "\nA pixel count is not an area: what the map shows, and what the sample says is there.\n" +
            areas_text(evidence) + doubts_text(evidence);
    text += "\nOverall accuracy " + share_cell(accuracy_of(estimates, AccuracyMeasure::overall, "")) +
            ", by area; standard errors in brackets.\n" + accuracies_text(estimates) + more_text(estimates);
    return text;
}

}  // namespace reddline::report
