#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/units.hpp"

namespace reddline {

/// How the points of a sample were drawn.
enum class SamplingDesign {
    stratified,  ///< at random within each stratum
    simple,      ///< at random over the whole area
    systematic,  ///< on a regular grid; its standard errors are those of a random sample, which is an approximation
};

/// What the strata of a sample are.
enum class SampleStrata {
    map_classes,  ///< the classes of the map: Eq. 7
    other,        ///< anything else, such as the classes of an older map: Eq. 8
};

/// One stratum of a sample and its size.
struct SampledStratum {
    std::string name;
    std::string zone;  ///< where every stratum is cut by zones; empty = it may lie in several zones
    Hectares area;
    std::optional<std::int64_t> units;  ///< pixels that could have been drawn; nothing = many more than were
};

/// Points that agree in everything that counts.
struct SampledPoints {
    std::size_t stratum = 0;
    std::string mapped;     ///< what the map says
    std::string reference;  ///< what the interpreter saw
    std::string zone;       ///< empty = not told
    std::int64_t points = 0;
};

/// A probability sample of reference data.
struct ReferenceSample {
    SamplingDesign design = SamplingDesign::stratified;
    SampleStrata kind = SampleStrata::map_classes;
    std::string source;
    std::string subset;  ///< the condition that points had to meet to be taken; empty = all points
    std::vector<SampledStratum> strata;
    std::vector<SampledPoints> points;
};

}  // namespace reddline
