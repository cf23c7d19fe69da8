#include "store/cell_place.hpp"

#include "store/sha256.hpp"

namespace reddline::store {

namespace {

constexpr std::size_t number_bytes = 8;

/// Appends a number, the lowest byte first.
void put(std::uint64_t number, std::string& bytes) {
    for (std::size_t i = 0; i < number_bytes; ++i)
        bytes.push_back(static_cast<char>(number >> (8 * i)));
}

std::uint64_t number_in(std::string_view bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < number_bytes; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return number;
}

}  // namespace

std::uint64_t sum_of(std::string_view bytes) {
    return number_in(sha256(bytes));
}

std::string encoded(const CellPlace& place) {
    std::string bytes;
    put(place.first, bytes);
    put(place.bytes, bytes);
    put(place.sum, bytes);
    return bytes;
}

CellPlace place_in(std::string_view bytes) {
    return {number_in(bytes), number_in(bytes.substr(number_bytes)), number_in(bytes.substr(2 * number_bytes))};
}

}  // namespace reddline::store
