#include "inputs/reference_sample.hpp"

#include <string>
#include <vector>

#include "domain/error.hpp"
#include "inputs/error_matrix_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/sample_area_table.hpp"
#include "inputs/sample_points_table.hpp"

namespace reddline::inputs {

namespace {

std::string name_of(const SampledStratum& stratum) {
    return in_quotes(stratum.name) + (stratum.zone.empty() ? "" : " of " + in_quotes(stratum.zone));
}

/// Stops at strata that the points do not fit.
void expect_points(const ReferenceSample& sample, const std::string& areas, const std::string& points) {
    std::vector<std::int64_t> drawn(sample.strata.size());
    for (const SampledPoints& row : sample.points)
        drawn[row.stratum] += row.points;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const SampledStratum& stratum = sample.strata[i];
        if (drawn[i] == 0 && stratum.area > Hectares{}) {
            throw Error(ErrorCode::table_malformed, points,
                        "expected points in every stratum of " + areas + ", found none in " + name_of(stratum) +
                            "; nothing is known of it: add points, name the column of strata in points.stratum, or "
                            "merge it with another stratum");
        }
        if (stratum.units && drawn[i] > *stratum.units) {
            throw Error(ErrorCode::table_malformed, areas,
                        "expected at least as many pixels as points in " + name_of(stratum) + ", found " +
                            std::to_string(*stratum.units) + " pixels and " + std::to_string(drawn[i]) +
                            " points; correct the pixels");
        }
    }
}

}  // namespace

ReferenceSample make_reference_sample(const SampleEntry& entry, std::string_view areas, std::string_view points) {
    ReferenceSample sample;
    sample.design = entry.design;
    sample.source = entry.source;
    sample.strata = parse_sample_areas(areas, entry.areas, entry.area);
    if (entry.points) {
        const bool is_map = entry.points->stratum.empty() || entry.points->stratum == entry.points->map;
        sample.kind = is_map ? SampleStrata::map_classes : SampleStrata::other;
        if (entry.points->where) sample.subset = entry.points->where->text;
        sample.points = parse_sample_points(points, *entry.points, sample.strata);
        expect_points(sample, entry.areas, entry.points->file);
        return sample;
    }
    for (const SampledStratum& stratum : sample.strata) {
        if (stratum.zone.empty()) continue;
        throw Error(ErrorCode::table_malformed, entry.areas,
                    "expected no column zone beside a matrix, which counts no zones, found one; give points instead, "
                    "or leave the column out");
    }
    sample.points = parse_error_matrix(points, entry.matrix, sample.strata);
    expect_points(sample, entry.areas, entry.matrix);
    return sample;
}

}  // namespace reddline::inputs
