#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "domain/map_look.hpp"

namespace reddline::tests {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

inline Triple product(const Matrix& matrix, const Triple& vector) {
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    }
    return result;
}

/// Red, green and blue of a screen as light. Source: IEC 61966-2-1 (sRGB).
inline Triple linear_of(const Colour& colour) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return {linear(colour.red), linear(colour.green), linear(colour.blue)};
}

/// L*, a* and b* of CIE 1976 of light of a screen, for the white D65. Source: IEC 61966-2-1, ISO/CIE 11664-4.
inline Triple lab_of(const Triple& linear) {
    constexpr Matrix to_xyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Triple white{0.95047, 1.0, 1.08883};
    const Triple xyz = product(to_xyz, linear);
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = xyz[i] / white[i];
        f[i] = part > 216.0 / 24389.0 ? std::cbrt(part) : (24389.0 / 27.0 * part + 16.0) / 116.0;
    }
    return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

}  // namespace reddline::tests
