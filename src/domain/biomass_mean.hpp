#pragma once

#include <optional>
#include <string>

#include "domain/biomass_sums.hpp"
#include "domain/stratum.hpp"

namespace reddline {

/// How the errors that a biomass map states for its pixels go together: the two ends of what can be.
enum class PixelErrors {
    independent,  ///< not at all: they average out
    correlated,   ///< fully: all pixels are wrong by as many of their standard deviations, in the same direction
};

/// The mean biomass of a stratum. Units: t/ha.
struct BiomassMean {
    double agb = 0.0;
    double spatial_deviation = 0.0;     ///< how the values spread; not the error of their mean
    std::optional<double> independent;  ///< standard error; nothing where some of the area has no deviation
    std::optional<double> correlated;

    [[nodiscard]] const std::optional<double>& standard_error(PixelErrors errors) const {
        return errors == PixelErrors::independent ? independent : correlated;
    }
};

/// One stratum of the map that the means are taken for.
struct BiomassStratum {
    std::string name;  ///< empty: the map has no stratum there
    StratumKind kind = StratumKind::forest;
    BiomassSums sums;
    std::optional<BiomassMean> mean;  ///< nothing where no forest of it has a value
};

}  // namespace reddline
