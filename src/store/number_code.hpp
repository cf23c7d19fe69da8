#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace reddline::store {

/// Appends a number as bytes of seven bits, the lowest first; the eighth says that more follow.
void put_number(std::uint64_t number, std::string& bytes);

/// Appends a number of either sign: small ones of both take few bytes.
void put_signed(std::int64_t number, std::string& bytes);

/// Appends bytes, behind how many there are.
void put_bytes(std::string_view more, std::string& bytes);

/// Takes numbers from bytes, as they were put there; zeros once the bytes are not what was written.
class Numbers {
public:
    explicit Numbers(std::string_view bytes) : rest_{bytes} {}

    [[nodiscard]] std::uint64_t next();
    [[nodiscard]] std::int64_t next_signed();
    /// How many things follow, of at least a byte each.
    [[nodiscard]] std::size_t next_count();
    [[nodiscard]] std::string_view next_bytes();
    /// A number that fits a narrower type.
    template <class Narrow>
    [[nodiscard]] Narrow next_as() {
        const std::uint64_t number = next();
        if (number > std::numeric_limits<Narrow>::max()) is_good_ = false;
        return static_cast<Narrow>(number);
    }
    /// True when everything taken was there, and nothing is left.
    [[nodiscard]] bool all_good() const { return is_good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool is_good_ = true;
};

}  // namespace reddline::store
