#pragma once

#include <cstddef>
#include <cstdint>

namespace reddline::gdal_io {

/// How a file stores one pixel.
enum class PixelType { int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64 };

/// Calls `visit` with a value of the C++ type that holds such a pixel.
template <class Visit>
decltype(auto) visit_type(PixelType type, Visit&& visit) {
    switch (type) {
        case PixelType::int8:
            return visit(std::int8_t{});
        case PixelType::uint8:
            return visit(std::uint8_t{});
        case PixelType::int16:
            return visit(std::int16_t{});
        case PixelType::uint16:
            return visit(std::uint16_t{});
        case PixelType::int32:
            return visit(std::int32_t{});
        case PixelType::uint32:
            return visit(std::uint32_t{});
        case PixelType::int64:
            return visit(std::int64_t{});
        case PixelType::uint64:
            return visit(std::uint64_t{});
        case PixelType::float32:
            return visit(float{});
        case PixelType::float64:
            break;
    }
    return visit(double{});
}

/// Bytes of one pixel.
[[nodiscard]] inline std::size_t bytes_of(PixelType type) {
    return visit_type(type, [](auto pixel) { return sizeof(pixel); });
}

/// The value of a pixel in a decoded block.
[[nodiscard]] inline double value_at(PixelType type, const std::byte* pixels, std::size_t index) {
    return visit_type(
        type, [&](auto pixel) { return static_cast<double>(reinterpret_cast<const decltype(pixel)*>(pixels)[index]); });
}

}  // namespace reddline::gdal_io
