#include "gdal_io/biomass_codes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "domain/biomass_sums.hpp"

namespace reddline::gdal_io {

BiomassCodes::BiomassCodes(PixelType type, std::optional<double> no_data) : type_{type}, no_data_{no_data} {
    // -3.4e38 stands in the file's header as a double, and in its pixels as the nearest float.
    constexpr double largest = std::numeric_limits<float>::max();
    if (no_data && type == PixelType::float32)
        no_data_ = static_cast<double>(static_cast<float>(std::clamp(*no_data, -largest, largest)));
}

std::optional<std::size_t> BiomassCodes::convert(const std::byte* pixels, std::size_t first, std::size_t count,
                                                 Code* codes) const {
    for (std::size_t i = 0; i < count; ++i)
        codes[i] = code_of(value_at(type_, pixels, first + i));
    return std::nullopt;
}

BiomassCodes::Code BiomassCodes::code_of(double value) const {
    if (std::isnan(value) || value == no_data_) return none;
    if (value < 0.0 || value > most_biomass_t_per_ha) return impossible;
    return static_cast<Code>(std::lround(value * biomass_units_per_tonne));
}

}  // namespace reddline::gdal_io
