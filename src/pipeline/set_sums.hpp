#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/set_tables.hpp"
#include "kernels/crosstab_run.hpp"
#include "pipeline/crosstab_sum.hpp"

namespace reddline::pipeline {

/// The sums by the zones of each set, such as one machine hands to another; sets without pixels are left out.
///
/// Shapes: `sums` has one entry per minimum area; `sets` holds the zones of each set by its number.
[[nodiscard]] std::vector<SetTables> set_tables(const std::vector<CrosstabSum>& sums,
                                                const std::vector<std::vector<std::uint32_t>>& sets);

/// Adds up what was counted in several places, in any order.
class SetSums {
public:
    SetSums(kernels::TallyShape shape, std::size_t min_areas);

    /// Adds the pixels of one place.
    ///
    /// Shapes: one table per minimum area in every set.
    void add(const std::vector<SetTables>& counted);

    /// All that was added, the pixels of each set of zones once.
    [[nodiscard]] std::vector<SetTables> sets() const { return set_tables(sums_, sets_); }

    /// The crosstabs of all pixels so far; of `pixels_read` all others lie outside every zone.
    ///
    /// Shapes: `min_areas_ha` are those of the tables.
    [[nodiscard]] std::vector<CrosstabOfArea> crosstabs(const std::vector<double>& min_areas_ha, std::size_t zones,
                                                        std::size_t maps, std::int64_t pixels_read) const;

private:
    std::map<std::vector<std::uint32_t>, std::uint32_t> numbers_;
    std::vector<std::vector<std::uint32_t>> sets_;
    std::vector<CrosstabSum> sums_;  // one per minimum area
};

}  // namespace reddline::pipeline
