#include "store/number_code.hpp"

namespace reddline::store {

namespace {

constexpr unsigned bits_per_byte = 7;
constexpr std::uint64_t more_follow = 1U << bits_per_byte;

}  // namespace

void put_number(std::uint64_t number, std::string& bytes) {
    for (; number >= more_follow; number >>= bits_per_byte)
        bytes.push_back(static_cast<char>(number | more_follow));
    bytes.push_back(static_cast<char>(number));
}

void put_signed(std::int64_t number, std::string& bytes) {
    const auto doubled = static_cast<std::uint64_t>(number) << 1U;
    put_number(number < 0 ? ~doubled : doubled, bytes);
}

void put_bytes(std::string_view more, std::string& bytes) {
    put_number(more.size(), bytes);
    bytes += more;
}

std::uint64_t Numbers::next() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += bits_per_byte) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        number |= static_cast<std::uint64_t>(byte & (more_follow - 1)) << shift;
        if (byte < more_follow) return number;
    }
    is_good_ = false;
    rest_ = {};
    return 0;
}

std::int64_t Numbers::next_signed() {
    const std::uint64_t doubled = next();
    const std::uint64_t half = doubled >> 1U;
    return static_cast<std::int64_t>((doubled & 1U) == 0 ? half : ~half);
}

std::size_t Numbers::next_count() {
    const std::uint64_t count = next();
    if (count > rest_.size()) is_good_ = false;
    return is_good_ ? static_cast<std::size_t>(count) : 0;
}

std::string_view Numbers::next_bytes() {
    const std::size_t count = next_count();
    const std::string_view bytes = rest_.substr(0, count);
    rest_.remove_prefix(bytes.size());
    return bytes;
}

}  // namespace reddline::store
