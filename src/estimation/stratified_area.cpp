#include "estimation/stratified_area.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "estimation/sample_domain.hpp"
#include "estimation/stratified_ratio.hpp"

namespace reddline::estimation {

namespace {

void add_once(const std::string& name, std::vector<std::string>& names) {
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

bool is_map_class(const ReferenceSample& sample, const std::string& name) {
    const bool is_stratum = sample.kind == SampleStrata::map_classes &&
                            std::ranges::find(sample.strata, name, &SampledStratum::name) != sample.strata.end();
    return is_stratum || std::ranges::find(sample.points, name, &SampledPoints::mapped) != sample.points.end();
}

bool is_reference_class(const ReferenceSample& sample, const std::string& name) {
    return std::ranges::any_of(
        sample.points, [&](const SampledPoints& points) { return points.reference == name && points.points > 0; });
}

std::vector<std::string> classes_of(const ReferenceSample& sample) {
    std::vector<std::string> classes;
    if (sample.kind == SampleStrata::map_classes) {
        for (const SampledStratum& stratum : sample.strata)
            add_once(stratum.name, classes);
    }
    for (const SampledPoints& points : sample.points)
        add_once(points.mapped, classes);
    for (const SampledPoints& points : sample.points)
        add_once(points.reference, classes);
    return classes;
}

bool agrees(const SampledPoints& points) {
    return points.mapped == points.reference;
}

void add_areas(const ReferenceSample& sample, const std::string& zone, SampleEstimates& estimates) {
    const SampleDomain domain(sample, zone);
    for (const std::string& name : estimates.classes) {
        const auto is_class = [&](const SampledPoints& points) { return points.reference == name; };
        estimates.areas.push_back({zone, name, domain.mapped_area(name),
                                   stratified_total(domain.scored("", is_class, any_point)), domain.points(is_class),
                                   is_map_class(sample, name), is_reference_class(sample, name)});
    }
}

void add_accuracies(const ReferenceSample& sample, const std::string& zone, SampleEstimates& estimates) {
    const SampleDomain domain(sample, zone);
    estimates.accuracies.push_back({zone, AccuracyMeasure::overall, "",
                                    stratified_ratio(domain.scored("", agrees, any_point)), domain.points(any_point)});
    for (const std::string& name : estimates.classes) {
        const auto is_mapped = [&](const SampledPoints& points) { return points.mapped == name; };
        estimates.accuracies.push_back({zone, AccuracyMeasure::users, name,
                                        stratified_ratio(domain.scored(domain.stratum_of(name), agrees, is_mapped)),
                                        domain.points(is_mapped)});
    }
    for (const std::string& name : estimates.classes) {
        const auto is_class = [&](const SampledPoints& points) { return points.reference == name; };
        estimates.accuracies.push_back({zone, AccuracyMeasure::producers, name,
                                        stratified_ratio(domain.scored("", agrees, is_class)),
                                        domain.points(is_class)});
    }
}

std::vector<ErrorMatrixCell> error_matrix(const ReferenceSample& sample, const std::vector<std::string>& classes) {
    const std::string whole;
    const SampleDomain domain(sample, whole);
    Hectares area;
    for (const SampledStratum& stratum : sample.strata)
        area += stratum.area;
    std::vector<ErrorMatrixCell> cells;
    for (const std::string& mapped : classes) {
        for (const std::string& reference : classes) {
            const auto is_cell = [&](const SampledPoints& points) {
                return points.mapped == mapped && points.reference == reference;
            };
            const Estimate size = stratified_total(domain.scored("", is_cell, any_point));
            const auto share = size.value ? std::optional(*size.value / area.value()) : std::nullopt;
            cells.push_back({mapped, reference, domain.points(is_cell), share});
        }
    }
    return cells;
}

}  // namespace

SampleEstimates stratified_area(const ReferenceSample& sample) {
    SampleEstimates estimates;
    estimates.classes = classes_of(sample);
    for (const std::string& zone : domains_of(sample)) {
        add_areas(sample, zone, estimates);
        add_accuracies(sample, zone, estimates);
    }
    estimates.matrix = error_matrix(sample, estimates.classes);
    return estimates;
}

}  // namespace reddline::estimation
