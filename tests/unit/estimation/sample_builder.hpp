#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "domain/reference_sample.hpp"
#include "domain/sample_estimate.hpp"

namespace reddline::estimation::tests {

/// A sample of an error matrix: one row of counts per class of the map.
inline ReferenceSample sample_of_matrix(const std::vector<std::string>& classes, const std::vector<double>& areas_ha,
                                        const std::vector<std::vector<std::int64_t>>& counts) {
    ReferenceSample sample;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        sample.strata.push_back({classes[i], "", Hectares::of(areas_ha[i]), std::nullopt});
        for (std::size_t j = 0; j < classes.size(); ++j) {
            if (counts[i][j] > 0) sample.points.push_back({i, classes[i], classes[j], "", counts[i][j]});
        }
    }
    return sample;
}

/// The area of a class, in the whole or in a zone.
inline const AreaEstimate& area_of(const SampleEstimates& estimates, const std::string& name,
                                   const std::string& zone = "") {
    return *std::ranges::find_if(estimates.areas,
                                 [&](const AreaEstimate& area) { return area.name == name && area.zone == zone; });
}

/// An accuracy of a class, in the whole or in a zone.
inline const Estimate& accuracy_of(const SampleEstimates& estimates, AccuracyMeasure measure,
                                   const std::string& name = "", const std::string& zone = "") {
    return std::ranges::find_if(
               estimates.accuracies,
               [&](const AccuracyEstimate& a) { return a.measure == measure && a.name == name && a.zone == zone; })
        ->share;
}

}  // namespace reddline::estimation::tests
