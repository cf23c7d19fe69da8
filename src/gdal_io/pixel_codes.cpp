#include "gdal_io/pixel_codes.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

#include "domain/number_text.hpp"

namespace reddline::gdal_io {

namespace {

constexpr double max_exact = 9007199254740992.0;  // 2^53: beyond it, a double no longer tells whole numbers apart

// The no-data value as a pixel of type T; nothing when no pixel can have it, such as -9999 in a file of
// bytes.
template <class T>
std::optional<T> no_data_as(std::optional<double> no_data) {
    if (!no_data || std::isnan(*no_data)) return std::nullopt;
    if constexpr (std::is_floating_point_v<T>) {
        // -3.4e38 stands in the file's header as a double, and in its pixels as the nearest float.
        const bool overflows = std::abs(*no_data) > static_cast<double>(std::numeric_limits<T>::max());
        if (overflows && std::isfinite(*no_data)) return std::nullopt;
        return static_cast<T>(*no_data);
    } else {
        // 2^63 and 2^64 are the first doubles beyond the 64-bit types, whose highest values no double holds.
        const auto lowest = static_cast<double>(std::numeric_limits<T>::min());
        const double beyond = std::ldexp(1.0, std::numeric_limits<T>::digits);
        if (*no_data < lowest || *no_data >= beyond || std::trunc(*no_data) != *no_data) return std::nullopt;
        return static_cast<T>(*no_data);
    }
}

template <class T>
void integers_to_bytes(const T* pixels, std::size_t count, std::optional<T> no_data, std::uint8_t* codes) {
    constexpr T highest = std::numeric_limits<T>::max() < 254 ? std::numeric_limits<T>::max() : static_cast<T>(254);
    const auto limited = [=](T pixel) {
        const bool is_negative = std::is_signed_v<T> && pixel < T{0};
        return is_negative ? raster::code_overflow : static_cast<std::uint8_t>(std::min(pixel, highest));
    };
    if (!no_data) {
        for (std::size_t i = 0; i < count; ++i)
            codes[i] = limited(pixels[i]);
        return;
    }
    const T missing = *no_data;
    for (std::size_t i = 0; i < count; ++i)
        codes[i] = pixels[i] == missing ? raster::no_data : limited(pixels[i]);
}

template <class T>
std::optional<std::size_t> floats_to_bytes(const T* pixels, std::size_t count, std::optional<T> no_data,
                                           std::uint8_t* codes) {
    for (std::size_t i = 0; i < count; ++i) {
        const T pixel = pixels[i];
        if (std::isnan(pixel) || pixel == no_data) {
            codes[i] = raster::no_data;
        } else if (std::trunc(pixel) != pixel) {
            return i;
        } else {
            const bool fits = pixel >= T{0} && pixel < T{254};
            codes[i] = fits ? static_cast<std::uint8_t>(pixel) : raster::code_overflow;
        }
    }
    return std::nullopt;
}

// The value of a legend's key, when it is a whole number written the plain way: 020 is not the code 20.
std::optional<std::int64_t> whole_code(const std::string& key) {
    const auto value = parse_integer(key);
    if (!value || std::to_string(*value) != key) return std::nullopt;
    return value;
}

template <class T>
bool is_missing(T pixel, std::optional<T> no_data) {
    if constexpr (std::is_floating_point_v<T>) {
        if (std::isnan(pixel)) return true;
    }
    return pixel == no_data;
}

using Listed = std::unordered_map<std::int64_t, std::uint8_t>;

std::uint8_t stratum_of(double value, const Listed& listed) {
    const bool is_exact = std::abs(value) <= max_exact && std::trunc(value) == value;
    if (!is_exact) return raster::unlisted_stratum;
    const auto found = listed.find(static_cast<std::int64_t>(value));
    return found == listed.end() ? raster::unlisted_stratum : found->second;
}

// The stratum of every bit pattern of a pixel of type T.
template <class T, class Table>
void fill_table(std::optional<T> no_data, const Listed& listed, std::uint8_t no_stratum, Table& table) {
    using Bits = std::make_unsigned_t<T>;
    for (std::size_t bits = 0; bits < table.size(); ++bits) {
        const auto pixel = static_cast<T>(static_cast<Bits>(bits));
        const std::uint8_t stratum = stratum_of(static_cast<double>(pixel), listed);
        table[bits] = stratum == raster::unlisted_stratum && pixel == no_data ? no_stratum : stratum;
    }
}

template <class Pixel>
void look_up(const std::byte* pixels, std::size_t first, std::size_t count, std::span<const std::uint8_t> table,
             std::uint8_t* codes) {
    const auto* bits = reinterpret_cast<const std::make_unsigned_t<Pixel>*>(pixels) + first;
    for (std::size_t i = 0; i < count; ++i)
        codes[i] = table[bits[i]];
}

// Writes strata up to the first pixel that is no whole number.
template <class T>
std::optional<std::size_t> strata_of(const T* pixels, std::size_t count, std::optional<T> no_data, const Listed& listed,
                                     std::uint8_t no_stratum, std::uint8_t* codes) {
    for (std::size_t i = 0; i < count; ++i) {
        // Neighbours mostly share their code, so most look-ups are the last one again.
        if (i > 0 && pixels[i] == pixels[i - 1]) {
            codes[i] = codes[i - 1];
            continue;
        }
        const bool is_no_data = is_missing(pixels[i], no_data);
        const auto value = static_cast<double>(pixels[i]);
        if (!is_no_data && std::trunc(value) != value) return i;
        codes[i] = stratum_of(value, listed);
        if (is_no_data && codes[i] == raster::unlisted_stratum) codes[i] = no_stratum;
    }
    return std::nullopt;
}

}  // namespace

ByteCodes::ByteCodes(PixelType type, std::optional<double> no_data) : type_{type}, no_data_{no_data} {
    if (bytes_of(type) > 1) return;
    raster::CodeTable table{};
    const auto broken =
        convert(reinterpret_cast<const std::byte*>(raster::plain_codes.data()), 0, table.size(), table.data());
    assert(!broken);
    static_cast<void>(broken);
    table_ = std::make_shared<const raster::CodeTable>(table);
}

std::optional<std::size_t> ByteCodes::convert(const std::byte* pixels, std::size_t first, std::size_t count,
                                              Code* codes) const {
    return visit_type(type_, [&](auto pixel) -> std::optional<std::size_t> {
        using Pixel = decltype(pixel);
        const auto* from = reinterpret_cast<const Pixel*>(pixels) + first;
        const auto missing = no_data_as<Pixel>(no_data_);
        if constexpr (std::is_floating_point_v<Pixel>) {
            return floats_to_bytes(from, count, missing, codes);
        } else {
            integers_to_bytes(from, count, missing, codes);
            return std::nullopt;
        }
    });
}

StratumCodes::StratumCodes(PixelType type, std::optional<double> no_data, const Legend& legend)
    : type_{type}, no_data_{no_data}, no_stratum_{static_cast<Code>(legend.strata().size())} {
    LookUp look_up;
    for (const auto& [key, stratum] : legend.codes()) {
        if (const auto code = whole_code(key)) look_up.listed.emplace(*code, static_cast<Code>(stratum));
    }
    visit_type(type_, [&](auto pixel) {
        using Pixel = decltype(pixel);
        if constexpr (std::is_integral_v<Pixel> && sizeof(Pixel) == 1) {
            fill_table<Pixel>(no_data_as<Pixel>(no_data_), look_up.listed, no_stratum_, look_up.bytes);
        } else if constexpr (std::is_integral_v<Pixel> && sizeof(Pixel) == 2) {
            look_up.byte_pairs.resize(std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1);
            fill_table<Pixel>(no_data_as<Pixel>(no_data_), look_up.listed, no_stratum_, look_up.byte_pairs);
        }
    });
    look_up_ = std::make_shared<const LookUp>(std::move(look_up));
}

std::optional<std::size_t> StratumCodes::convert(const std::byte* pixels, std::size_t first, std::size_t count,
                                                 Code* codes) const {
    return visit_type(type_, [&](auto pixel) -> std::optional<std::size_t> {
        using Pixel = decltype(pixel);
        if constexpr (std::is_integral_v<Pixel> && sizeof(Pixel) == 1) {
            look_up<Pixel>(pixels, first, count, look_up_->bytes, codes);
            return std::nullopt;
        } else if constexpr (std::is_integral_v<Pixel> && sizeof(Pixel) == 2) {
            look_up<Pixel>(pixels, first, count, look_up_->byte_pairs, codes);
            return std::nullopt;
        } else {
            const auto* from = reinterpret_cast<const Pixel*>(pixels) + first;
            return strata_of(from, count, no_data_as<Pixel>(no_data_), look_up_->listed, no_stratum_, codes);
        }
    });
}

std::string code_text(double value) {
    const bool is_exact = std::abs(value) <= max_exact && std::trunc(value) == value;
    return is_exact ? std::to_string(static_cast<std::int64_t>(value)) : shortest(value);
}

}  // namespace reddline::gdal_io
