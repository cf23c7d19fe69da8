#include "estimation/stratified_area.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "estimation/stratified_ratio.hpp"

namespace reddline::estimation {

namespace {

void add_once(const std::string& name, std::vector<std::string>& names) {
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

bool is_map_class(const ReferenceSample& sample, const std::string& name) {
    const bool is_stratum = sample.kind == SampleStrata::map_classes &&
                            std::ranges::find(sample.strata, name, &SampleStratum::name) != sample.strata.end();
    return is_stratum || std::ranges::find(sample.points, name, &SampledPoints::mapped) != sample.points.end();
}

bool is_reference_class(const ReferenceSample& sample, const std::string& name) {
    return std::ranges::find(sample.points, name, &SampledPoints::reference) != sample.points.end();
}

std::vector<std::string> classes_of(const ReferenceSample& sample) {
    std::vector<std::string> classes;
    if (sample.kind == SampleStrata::map_classes) {
        for (const SampleStratum& stratum : sample.strata)
            add_once(stratum.name, classes);
    }
    for (const SampledPoints& points : sample.points)
        add_once(points.mapped, classes);
    for (const SampledPoints& points : sample.points)
        add_once(points.reference, classes);
    return classes;
}

/// The whole area, called by an empty name, and the zones.
std::vector<std::string> domains_of(const ReferenceSample& sample) {
    std::vector<std::string> zones;
    for (const SampleStratum& stratum : sample.strata)
        add_once(stratum.zone, zones);
    for (const SampledPoints& points : sample.points)
        add_once(points.zone, zones);
    std::ranges::sort(zones);
    zones.insert(zones.begin(), std::string{});
    return zones;
}

/// The sample as a domain sees it: points of the whole area or of one zone.
class Domain {
public:
    Domain(const ReferenceSample& sample, const std::string& zone) : sample_{sample}, zone_{zone} {}

    [[nodiscard]] bool holds(const SampledPoints& points) const { return zone_.empty() || points.zone == zone_; }

    /// The strata that may hold a part of the domain, and of one map class where `mapped` names it, with the scores that
    /// `is_y` and `is_x` give to their points.
    template <class IsY, class IsX>
    [[nodiscard]] std::vector<ScoredStratum> scored(const std::string& mapped, IsY is_y, IsX is_x) const {
        std::vector<ScoredStratum> strata;
        for (std::size_t i = 0; i < sample_.strata.size(); ++i) {
            const SampleStratum& stratum = sample_.strata[i];
            const bool is_elsewhere = !zone_.empty() && !stratum.zone.empty() && stratum.zone != zone_;
            if (is_elsewhere || (!mapped.empty() && stratum.name != mapped)) continue;
            strata.push_back({stratum.area.value(), stratum.units, {}});
            for (const SampledPoints& points : sample_.points) {
                if (points.stratum != i) continue;
                const bool is_x_here = holds(points) && is_x(points);
                const bool is_y_here = is_x_here && is_y(points);
                strata.back().scores.push_back({is_y_here ? 1.0 : 0.0, is_x_here ? 1.0 : 0.0, points.points});
            }
        }
        return strata;
    }

    template <class Is>
    [[nodiscard]] std::int64_t points(Is is) const {
        std::int64_t sum = 0;
        for (const SampledPoints& row : sample_.points)
            sum += holds(row) && is(row) ? row.points : 0;
        return sum;
    }

    /// Mapped area of a class; nothing where the strata do not tell it.
    [[nodiscard]] std::optional<Hectares> mapped_area(const std::string& name) const {
        if (sample_.kind != SampleStrata::map_classes) return std::nullopt;
        Hectares area;
        for (const SampleStratum& stratum : sample_.strata) {
            if (!zone_.empty() && stratum.zone.empty()) return std::nullopt;
            if (stratum.name == name && (zone_.empty() || stratum.zone == zone_)) area += stratum.area;
        }
        return area;
    }

    /// The stratum to which user's accuracy of a class is confined; empty where any may hold it.
    [[nodiscard]] std::string stratum_of(const std::string& name) const {
        return sample_.kind == SampleStrata::map_classes ? name : std::string{};
    }

private:
    const ReferenceSample& sample_;
    const std::string& zone_;
};

bool always(const SampledPoints&) {
    return true;
}

bool agrees(const SampledPoints& points) {
    return points.mapped == points.reference;
}

void add_areas(const ReferenceSample& sample, const std::string& zone, SampleEstimates& estimates) {
    const Domain domain(sample, zone);
    for (const std::string& name : estimates.classes) {
        const auto is_class = [&](const SampledPoints& points) { return points.reference == name; };
        estimates.areas.push_back({zone, name, domain.mapped_area(name),
                                   stratified_total(domain.scored("", is_class, always)), domain.points(is_class),
                                   is_map_class(sample, name), is_reference_class(sample, name)});
    }
}

void add_accuracies(const ReferenceSample& sample, const std::string& zone, SampleEstimates& estimates) {
    const Domain domain(sample, zone);
    estimates.accuracies.push_back({zone, AccuracyMeasure::overall, "",
                                    stratified_ratio(domain.scored("", agrees, always)), domain.points(always)});
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
    const Domain domain(sample, whole);
    Hectares area;
    for (const SampleStratum& stratum : sample.strata)
        area += stratum.area;
    std::vector<ErrorMatrixCell> cells;
    for (const std::string& mapped : classes) {
        for (const std::string& reference : classes) {
            const auto is_cell = [&](const SampledPoints& points) {
                return points.mapped == mapped && points.reference == reference;
            };
            const Estimate size = stratified_total(domain.scored("", is_cell, always));
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
