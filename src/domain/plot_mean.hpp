#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/units.hpp"

namespace reddline {

/// Carbon density that was measured on one plot.
struct PlotDensity {
    std::string plot;
    double weight = 1.0;  ///< positive; how much the plot stands for beside the others
    TonnesCPerHa density;
    friend auto operator<=>(const PlotDensity&, const PlotDensity&) = default;
};

/// The weighted mean of the plots, of which there is at least one.
///
/// Source: docs/equations.md, Means of plots
[[nodiscard]] TonnesCPerHa mean_of(const std::vector<PlotDensity>& plots);

/// The standard error of that mean; nothing with a single plot, since one value does not show how far others lie.
///
/// Source: docs/equations.md, Means of plots
[[nodiscard]] std::optional<TonnesCPerHa> standard_error_of(const std::vector<PlotDensity>& plots);

/// How the means of two pools of the same plots go together, from -1 to 1; 0 where one does not vary.
///
/// Shapes: the plots of `a` and `b` are the same, in the same order and with the same weights.
/// Source: docs/equations.md, Means of plots
[[nodiscard]] double correlation_of(const std::vector<PlotDensity>& a, const std::vector<PlotDensity>& b);

/// Whether two pools were measured on the same plots.
enum class SharedPlots { all, some, none };

/// Shapes: both are sorted by the names of the plots.
[[nodiscard]] SharedPlots shared_plots(const std::vector<PlotDensity>& a, const std::vector<PlotDensity>& b);

}  // namespace reddline
