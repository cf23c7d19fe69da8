#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/forest_rule.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"
#include "domain/zone_loss.hpp"

namespace reddline::accounting {

/// Loss of one zone by stratum, year and canopy cover: one look at the crosstab answers every canopy threshold and both
/// boundary rules.
///
/// Source: docs/equations.md, Eq. 3, 4
class LossByCover {
public:
    /// Shapes: `map` indexes `maps`; without it all forest is the stratum `unstratified`.
    LossByCover(const Crosstab& crosstab, std::size_t zone, const std::vector<StrataMap>& maps,
                std::optional<std::size_t> map, const LossCodes& codes);

    /// Forest, loss by stratum and year, and loss outside forest under one canopy rule.
    ///
    /// Excluded strata are not forest at any canopy cover.
    [[nodiscard]] ZoneLoss at(const ForestRule& rule) const;

private:
    /// Tally of a stratum and loss code over all covers of at least `cover_pct`.
    [[nodiscard]] const Tally& from_cover(std::size_t stratum, std::size_t code, std::size_t cover_pct) const {
        return from_cover_[(stratum * codes_ + code) * cover_classes + cover_pct];
    }

    static constexpr std::size_t cover_classes = 102;  ///< 0..100 per cent, and one above all
    std::vector<Stratum> strata_;
    bool has_map_ = false;
    std::size_t codes_ = 0;  ///< loss codes including 0
    std::vector<Tally> from_cover_;
};

}  // namespace reddline::accounting
