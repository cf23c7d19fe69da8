#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "domain/cell_table.hpp"
#include "domain/crosstab.hpp"
#include "kernels/crosstab_run.hpp"

namespace reddline::pipeline {

/// Exact sums by zone set and strata, of any part of the pixels; zone sets become zones once, at the end.
class CrosstabSum {
public:
    explicit CrosstabSum(kernels::TallyShape shape) : shape_{shape} {}

    /// The number under which this sum knows a combination of strata, one per map.
    [[nodiscard]] std::uint32_t number_of(const std::vector<std::uint16_t>& combination);
    /// Adds the packed bins of one zone set and combination.
    ///
    /// Shapes: `packed` has the bins of the shape.
    void add(std::uint32_t set, std::uint32_t combination, std::span<const std::uint64_t> packed,
             const kernels::TallyPacking& packing);
    /// Adds cells whose pixels all lie in one zone set.
    void add(std::uint32_t set, std::span<const CellTable> cells);
    /// Adds another sum of the same shape, whose tables it takes over where it has none of their own.
    void add(CrosstabSum other);

    /// The table by zone: a pixel counts once for every zone of its set. So many pixels more were read and lie outside
    /// every zone; their area is not counted.
    ///
    /// Shapes: `sets` holds the zones of each set by its number.
    [[nodiscard]] Crosstab by_zone(std::size_t zones, std::size_t maps,
                                   const std::vector<std::vector<std::uint32_t>>& sets,
                                   std::int64_t pixels_outside) const;

    /// All pixels, whatever their zone set.
    [[nodiscard]] CellTable as_cell() const;
    /// The pixels of each zone set.
    [[nodiscard]] std::map<std::uint32_t, CellTable> by_set() const;
    /// How many pixels there are, each once.
    [[nodiscard]] std::int64_t pixels() const;

private:
    using Bins = std::vector<BinTally>;  // ascending, none empty

    static void add(const Bins& more, Bins& bins);
    [[nodiscard]] OutcomeTally outcomes_of(const Bins& bins) const;
    /// Appends the pixels that count to the bins, and leaves the tallies empty.
    void take_counted(std::uint32_t zone, std::uint32_t combination, std::vector<Tally>& tallies,
                      std::vector<Bin>& bins) const;

    kernels::TallyShape shape_;
    std::map<std::vector<std::uint16_t>, std::uint32_t> combinations_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Bins> tables_;  // by zone set and combination
};

}  // namespace reddline::pipeline
