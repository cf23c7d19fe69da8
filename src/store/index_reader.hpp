#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/cell_table.hpp"
#include "store/cell_place.hpp"

namespace reddline::store {

/// Gives the cells of an index, to any number of threads.
class IndexReader {
public:
    /// Opens the file of the cells, whose places are given as IndexWriter wrote them.
    ///
    /// Errors: Error{unreadable_file} when it cannot be opened, or when the places are not those of so many cells.
    IndexReader(const std::string& cells_path, std::string_view places, std::size_t cells);
    ~IndexReader();
    IndexReader(IndexReader&& other) noexcept;
    IndexReader& operator=(IndexReader&&) = delete;
    IndexReader(const IndexReader&) = delete;
    IndexReader& operator=(const IndexReader&) = delete;

    [[nodiscard]] bool holds(std::size_t cell) const { return places_[cell].bytes > 0; }

    /// The tables of a cell that the index holds, one per minimum area.
    ///
    /// Errors: Error{unreadable_file} when its bytes cannot be read, or are not those that were written.
    [[nodiscard]] std::vector<CellTable> tables_of(std::size_t cell) const;

private:
    std::string path_;
    std::vector<CellPlace> places_;
    int descriptor_ = -1;
};

}  // namespace reddline::store
