#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "gdal_io/pixel_type.hpp"

namespace reddline::gdal_io {

/// Turns a file's pixels, tonnes per hectare, into whole hundredths of them, to the nearest; no data and NaN as `none`, and
/// what cannot be biomass of a whole pixel as `impossible`.
class BiomassCodes {
public:
    using Code = std::int32_t;
    static constexpr Code none = -1;
    static constexpr Code impossible = -2;

    BiomassCodes(PixelType type, std::optional<double> no_data);

    /// Converts `count` pixels from position `first` of a decoded block; the result is nothing, since every value has a code.
    [[nodiscard]] std::optional<std::size_t> convert(const std::byte* pixels, std::size_t first, std::size_t count,
                                                     Code* codes) const;
    [[nodiscard]] Code no_data() const { return none; }

private:
    [[nodiscard]] Code code_of(double value) const;

    PixelType type_;
    std::optional<double> no_data_;  // as a pixel of the type holds it
};

}  // namespace reddline::gdal_io
