#include "store/index_writer.hpp"

#include "store/cell_code.hpp"

namespace reddline::store {

std::string IndexWriter::add(std::size_t cell, const std::vector<CellTable>& tables) {
    std::string bytes = encoded(tables);
    places_.at(cell) = {bytes_, bytes.size(), sum_of(bytes)};
    bytes_ += bytes.size();
    return bytes;
}

std::string IndexWriter::places() const {
    std::string bytes;
    for (const CellPlace& place : places_)
        bytes += encoded(place);
    return bytes;
}

}  // namespace reddline::store
