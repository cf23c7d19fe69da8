#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/stratum.hpp"
#include "gdal_io/pixel_type.hpp"
#include "raster/block.hpp"

namespace reddline::gdal_io {

/// Turns a file's pixels into codes of a byte layer: 0..253 as they are, no data and NaN as raster::no_data,
/// any other whole number as raster::code_overflow.
class ByteCodes {
public:
    using Code = std::uint8_t;

    ByteCodes(PixelType type, std::optional<double> no_data);

    /// Converts `count` pixels from position `first` of a decoded block.
    /// The result is the first pixel that is no whole number, counted from `first`; nothing when all are.
    [[nodiscard]] std::optional<std::size_t> convert(const std::byte* pixels, std::size_t first, std::size_t count,
                                                     Code* codes) const;
    [[nodiscard]] Code no_data() const { return raster::no_data; }
    [[nodiscard]] PixelType type() const { return type_; }
    /// The code of every byte, where a pixel is one byte; null where it is wider.
    [[nodiscard]] const raster::CodeTable* table() const { return table_.get(); }

private:
    PixelType type_;
    std::optional<double> no_data_;
    std::shared_ptr<const raster::CodeTable> table_;
};

/// Turns a file's pixels into indexes of a legend's strata: no data and NaN as the count of strata, a code
/// that the legend does not list as raster::unlisted_stratum.
///
/// A code that the legend lists and the file declares as no data is a class: what the legend says is
/// explicit, while many files declare 0 or 255 out of habit.
class StratumCodes {
public:
    using Code = std::uint8_t;

    StratumCodes(PixelType type, std::optional<double> no_data, const Legend& legend);

    /// As ByteCodes::convert.
    [[nodiscard]] std::optional<std::size_t> convert(const std::byte* pixels, std::size_t first, std::size_t count,
                                                     Code* codes) const;
    [[nodiscard]] Code no_data() const { return no_stratum_; }
    [[nodiscard]] PixelType type() const { return type_; }
    /// As ByteCodes::table.
    [[nodiscard]] const raster::CodeTable* table() const { return bytes_of(type_) == 1 ? &look_up_->bytes : nullptr; }

private:
    // Copies share it, so that a thousand tiles with one convention hold one table.
    struct LookUp {
        std::unordered_map<std::int64_t, Code> listed;
        raster::CodeTable bytes{};     // by bit pattern, for pixels of one byte
        std::vector<Code> byte_pairs;  // by bit pattern, for pixels of two bytes
    };

    PixelType type_;
    std::optional<double> no_data_;
    Code no_stratum_;
    std::shared_ptr<const LookUp> look_up_;
};

/// A pixel's value as it would stand in a legend: whole numbers without a decimal point.
[[nodiscard]] std::string code_text(double value);

}  // namespace reddline::gdal_io
