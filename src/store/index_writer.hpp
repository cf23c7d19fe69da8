#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/cell_table.hpp"
#include "store/cell_place.hpp"

namespace reddline::store {

/// Puts the cells of an index one behind the other, in any order, and notes where each is.
class IndexWriter {
public:
    /// For so many cells, none of which is there yet.
    explicit IndexWriter(std::size_t cells) : places_(cells) {}

    /// The bytes of a cell, which belong behind those of all cells before it.
    ///
    /// Shapes: one table per minimum area.
    [[nodiscard]] std::string add(std::size_t cell, const std::vector<CellTable>& tables);

    /// The places of all cells, one behind the other.
    [[nodiscard]] std::string places() const;

    /// Bytes of all cells so far.
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    std::vector<CellPlace> places_;
    std::uint64_t bytes_ = 0;
};

}  // namespace reddline::store
