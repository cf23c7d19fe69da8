#include "block_index/cell_code.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace reddline::block_index {

namespace {

constexpr unsigned bits_per_byte = 7;  // the eighth says that more follow
constexpr std::uint64_t more_follow = 1U << bits_per_byte;

/// Appends a number as bytes of seven bits, the lowest first.
void put(std::uint64_t number, std::string& bytes) {
    for (; number >= more_follow; number >>= bits_per_byte)
        bytes.push_back(static_cast<char>(number | more_follow));
    bytes.push_back(static_cast<char>(number));
}

/// Appends a number of either sign: small ones of both become small ones without.
void put_signed(std::int64_t number, std::string& bytes) {
    const auto doubled = static_cast<std::uint64_t>(number) << 1U;
    put(number < 0 ? ~doubled : doubled, bytes);
}

/// Takes numbers from bytes, as `put` wrote them; zeros once the bytes are not what was written.
class Numbers {
public:
    explicit Numbers(std::string_view bytes) : rest_{bytes} {}

    std::uint64_t next() {
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
    std::int64_t next_signed() {
        const std::uint64_t doubled = next();
        const std::uint64_t half = doubled >> 1U;
        return static_cast<std::int64_t>((doubled & 1U) == 0 ? half : ~half);
    }
    /// How many things follow, of at least a byte each.
    std::size_t next_count() {
        const std::uint64_t count = next();
        if (count > rest_.size()) is_good_ = false;
        return is_good_ ? static_cast<std::size_t>(count) : 0;
    }
    /// A number that fits a narrower type.
    template <class Narrow>
    Narrow next_as() {
        const std::uint64_t number = next();
        if (number > std::numeric_limits<Narrow>::max()) is_good_ = false;
        return static_cast<Narrow>(number);
    }
    [[nodiscard]] bool all_good() const { return is_good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool is_good_ = true;
};

void put(const StrataTally& of_strata, std::string& bytes) {
    put(of_strata.strata.size(), bytes);
    for (const std::uint16_t stratum : of_strata.strata)
        put(stratum, bytes);
    Tally all;
    for (const BinTally& entry : of_strata.bins)
        all += entry.tally;
    const std::int64_t usual_cm2 = all.pixels > 0 ? all.area_cm2 / all.pixels : 0;
    put(of_strata.bins.size(), bytes);
    put_signed(usual_cm2, bytes);
    std::uint32_t next_bin = 0;
    for (const BinTally& entry : of_strata.bins) {
        put(entry.bin - next_bin, bytes);
        put_signed(entry.tally.pixels, bytes);
        put_signed(entry.tally.area_cm2 - entry.tally.pixels * usual_cm2, bytes);
        next_bin = entry.bin + 1;
    }
}

StrataTally strata_tally(Numbers& numbers) {
    StrataTally of_strata;
    of_strata.strata.resize(numbers.next_count());
    for (std::uint16_t& stratum : of_strata.strata)
        stratum = numbers.next_as<std::uint16_t>();
    of_strata.bins.resize(numbers.next_count());
    const std::int64_t usual_cm2 = numbers.next_signed();
    std::uint32_t next_bin = 0;
    for (BinTally& entry : of_strata.bins) {
        entry.bin = next_bin + numbers.next_as<std::uint32_t>();
        entry.tally.pixels = numbers.next_signed();
        // Without a sign, so that any bytes give some number.
        const auto usual = static_cast<std::uint64_t>(entry.tally.pixels) * static_cast<std::uint64_t>(usual_cm2);
        entry.tally.area_cm2 = static_cast<std::int64_t>(static_cast<std::uint64_t>(numbers.next_signed()) + usual);
        next_bin = entry.bin + 1;
    }
    return of_strata;
}

}  // namespace

std::string encoded(const std::vector<CellTable>& tables) {
    std::string bytes;
    put(tables.size(), bytes);
    for (const CellTable& table : tables) {
        put(table.size(), bytes);
        for (const StrataTally& of_strata : table)
            put(of_strata, bytes);
    }
    return bytes;
}

std::optional<std::vector<CellTable>> decoded(std::string_view bytes) {
    Numbers numbers(bytes);
    std::vector<CellTable> tables(numbers.next_count());
    for (CellTable& table : tables) {
        table.resize(numbers.next_count());
        for (StrataTally& of_strata : table)
            of_strata = strata_tally(numbers);
    }
    if (!numbers.all_good()) return std::nullopt;
    return tables;
}

}  // namespace reddline::block_index
