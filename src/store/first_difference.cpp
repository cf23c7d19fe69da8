#include "store/first_difference.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>

#include "domain/error.hpp"

namespace reddline::store {

namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;
constexpr std::int64_t shown_before = 30;   // bytes of a line in front of the difference
constexpr std::size_t shown_at_most = 100;  // bytes of a line in all

/// A file from its beginning, piece by piece.
class PieceReader {
public:
    explicit PieceReader(const std::string& path) : path_{path}, stream_(path, std::ios::binary) { expect_readable(); }

    /// The next piece; only the last is shorter than the others, and behind it all are empty.
    std::string_view next() {
        piece_.resize(piece_bytes);
        stream_.read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
        if (!stream_.eof()) expect_readable();
        piece_.resize(static_cast<std::size_t>(stream_.gcount()));
        return piece_;
    }

    /// Some bytes from a place on, as far as the file goes.
    std::string at(std::int64_t place, std::size_t bytes) {
        std::string text(bytes, '\0');
        stream_.clear();
        stream_.seekg(place);
        stream_.read(text.data(), static_cast<std::streamsize>(bytes));
        text.resize(static_cast<std::size_t>(stream_.gcount()));
        return text;
    }

private:
    void expect_readable() const {
        if (stream_) return;
        throw Error(ErrorCode::unreadable_file, path_,
                    "expected a file that can be read, found: " + std::string(std::strerror(errno)) +
                        "; check its rights and the disk");
    }

    std::string path_;
    std::ifstream stream_;
    std::string piece_;
};

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The line around a place, without its end unless that is the place.
std::string line_around(PieceReader& file, std::int64_t line_begin, std::int64_t place) {
    const std::int64_t begin = std::max(line_begin, place - shown_before);
    std::string text = file.at(begin, shown_at_most);
    const auto before = static_cast<std::size_t>(place - begin);
    const std::size_t end = text.find('\n', before);
    if (end != std::string::npos) text.resize(end == before ? end + 1 : end);
    if (begin == line_begin) return text;
    text.erase(text.begin(), std::ranges::find_if_not(text, continues_character));
    return "..." + text;
}

}  // namespace

std::optional<FirstDifference> first_difference(const std::string& first, const std::string& second) {
    PieceReader a(first);
    PieceReader b(second);
    std::int64_t line = 1;
    std::int64_t line_begin = 0;
    for (std::int64_t begin = 0;; begin += static_cast<std::int64_t>(piece_bytes)) {
        const std::string_view of_a = a.next();
        const std::string_view of_b = b.next();
        const auto same = static_cast<std::size_t>(std::ranges::mismatch(of_a, of_b).in1 - of_a.begin());
        const std::string_view common = of_a.substr(0, same);
        line += std::ranges::count(common, '\n');
        if (const std::size_t last = common.rfind('\n'); last != std::string_view::npos)
            line_begin = begin + static_cast<std::int64_t>(last) + 1;
        if (same < std::max(of_a.size(), of_b.size())) {
            const std::int64_t place = begin + static_cast<std::int64_t>(same);
            return FirstDifference{line, place - line_begin + 1, line_around(a, line_begin, place),
                                   line_around(b, line_begin, place)};
        }
        if (same < piece_bytes) return std::nullopt;
    }
}

}  // namespace reddline::store
