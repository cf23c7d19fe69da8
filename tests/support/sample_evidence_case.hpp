#pragma once

#include "domain/sample_evidence.hpp"

namespace reddline::tests {

/// A sample of zone `project` that shows 60 ha of evergreen lost in two years, of which 40 became crops, with standard errors
/// of 12 and 10 ha; of deciduous 8 ha with an interval below 0.
inline SampleEvidence two_losses() {
    SampleEvidence evidence;
    evidence.sample.source = "a report";
    evidence.sample.strata = {{"forest", "", Hectares::of(1000), std::nullopt}};
    evidence.sample.points = {{0, "forest", "to crops", "", 6}, {0, "forest", "forest", "", 94}};
    evidence.estimates.classes = {"forest", "to crops", "lost", "thin"};
    evidence.zone = "project";
    evidence.years = SampledYears{LossYear{2019}, LossYear{2020}};
    evidence.changes = {{"to crops", "evergreen", "crops"}, {"lost", "evergreen", {}}, {"thin", "deciduous", {}}};
    evidence.losses = {{"", "deciduous", {}, {8, 6, EstimateGap::none}},
                       {"", "evergreen", {}, {20, 7, EstimateGap::none}},
                       {"", "evergreen", "crops", {40, 10, EstimateGap::none}}};
    evidence.sums = {{"", "deciduous", {}, {8, 6, EstimateGap::none}},
                     {"", "evergreen", {}, {60, 12, EstimateGap::none}}};
    return evidence;
}

}  // namespace reddline::tests
