#pragma once

#include "domain/reference_sample.hpp"
#include "domain/sample_estimate.hpp"

namespace reddline::estimation {

/// Area of each class, accuracies and error matrix of a sample, for its whole area and for each zone that its points or strata
/// name.
///
/// - Strata that are the map's classes: Eq. 7. Other strata: Eq. 8. Both by `stratified_ratio`, since the variance of Eq. 7
///   is that of Eq. 8 without the finite population correction, which is made where a stratum's units are given.
/// - A zone is a domain: a point elsewhere counts as not of the class, so that the number of points in the zone is as random
///   as it is. Where strata are cut by zones, those of other zones have no part.
/// - User's accuracy where strata are the map's classes rests on the class's own stratum alone.
/// - A simple or systematic sample is taken as stratified afterwards by the given strata, with the points that fell there.
///
/// What is missing stands in the estimate's gap: a stratum without points leaves no estimate; with a single point no
/// standard error; a class that no point has leaves an area of 0 without standard error and no producer's accuracy; a class that
/// only the reference has leaves no user's accuracy; points that all say the same leave no standard error.
///
/// Shapes: `points` name strata by index; several rows may be alike.
/// Source: docs/equations.md, Eq. 7, 8
[[nodiscard]] SampleEstimates stratified_area(const ReferenceSample& sample);

}  // namespace reddline::estimation
