#include "store/index_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "domain/error.hpp"
#include "store/cell_code.hpp"

namespace reddline::store {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what) {
    throw Error(ErrorCode::unreadable_file, path,
                what + "; make the index again with 'reddline index', or leave --index out");
}

}  // namespace

IndexReader::IndexReader(const std::string& cells_path, std::string_view places, std::size_t cells)
    : path_{cells_path} {
    if (places.size() != cells * place_bytes) {
        fail(path_, "expected the places of " + std::to_string(cells) + " cells, found " +
                        std::to_string(places.size()) + " bytes of " + std::to_string(cells * place_bytes));
    }
    for (std::size_t cell = 0; cell < cells; ++cell)
        places_.push_back(place_in(places.substr(cell * place_bytes, place_bytes)));
    descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0)
        fail(path_, "expected the cells of a block index, found: " + std::string(std::strerror(errno)));
}

IndexReader::~IndexReader() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

IndexReader::IndexReader(IndexReader&& other) noexcept
    : path_{std::move(other.path_)},
      places_{std::move(other.places_)},
      descriptor_{std::exchange(other.descriptor_, -1)} {}

std::vector<CellTable> IndexReader::tables_of(std::size_t cell) const {
    const CellPlace& place = places_.at(cell);
    std::string bytes(place.bytes, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(place.first + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    if (done == bytes.size() && sum_of(bytes) == place.sum) {
        if (auto tables = decoded(bytes)) return std::move(*tables);
    }
    fail(path_, "expected the " + std::to_string(place.bytes) + " bytes of cell " + std::to_string(cell) +
                    " as they were written, found others");
}

}  // namespace reddline::store
