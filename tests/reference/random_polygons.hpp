#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "kernels/polygon_spans.hpp"
#include "reference/draw.hpp"

namespace reddline::reference {

using Ring = std::vector<kernels::PixelPoint>;
using Rings = std::vector<Ring>;

/// Kinds of polygons that have been trouble for rasterizers; each reaches beyond a raster of about 24 x 18
/// pixels.
enum class PolygonKind {
    star,              ///< many corners around a centre, with a hole of the same kind
    star_on_halves,    ///< the same with corners on pixel corners and centres, so that it may touch itself
    skyline,           ///< horizontal and vertical edges through corners and centres, with a rectangular hole
    sliver,            ///< much thinner than a pixel
    tangle,            ///< corners anywhere, edges that cross
    tangle_on_halves,  ///< the same on pixel corners and centres, with repeated corners and edges that
                       ///< overlap
    outside,           ///< wholly beside the raster
};

inline constexpr std::array all_polygon_kinds{
    PolygonKind::star,   PolygonKind::star_on_halves,   PolygonKind::skyline, PolygonKind::sliver,
    PolygonKind::tangle, PolygonKind::tangle_on_halves, PolygonKind::outside};

/// The kind as it may stand in the name of a test.
inline std::string name_of(PolygonKind kind) {
    switch (kind) {
        case PolygonKind::star:
            return "Star";
        case PolygonKind::star_on_halves:
            return "StarOnHalves";
        case PolygonKind::skyline:
            return "Skyline";
        case PolygonKind::sliver:
            return "Sliver";
        case PolygonKind::tangle:
            return "Tangle";
        case PolygonKind::tangle_on_halves:
            return "TangleOnHalves";
        case PolygonKind::outside:
            return "Outside";
    }
    return {};
}

/// A ring around a centre, corner by corner in the order of their direction.
inline Ring star_ring(Draw& draw, const kernels::PixelPoint& centre, double radius) {
    const std::int64_t corners = draw.whole(3, 40);
    Ring ring;
    for (std::int64_t i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double reach = radius * draw.real(0.5, 1.0);
        ring.push_back({centre.column + reach * std::cos(angle), centre.row + reach * std::sin(angle)});
    }
    return ring;
}

/// A star whose hole stays within the innermost reach of its outer ring.
inline Rings star(Draw& draw) {
    const kernels::PixelPoint centre{draw.real(-4.0, 28.0), draw.real(-4.0, 22.0)};
    const double radius = draw.real(0.5, 14.0);
    // Between two corners the outer ring comes no closer than a quarter of its reach: with three corners,
    // half of half.
    return {star_ring(draw, centre, radius), star_ring(draw, centre, radius / 4.0)};
}

/// Columns of different height on one base line, with a rectangle cut out below the lowest of them.
inline Rings skyline(Draw& draw) {
    const double base = draw.half(8, 20);
    double column = draw.half(-3, 10);
    Ring outer{{column, base}};
    const double west = column;
    double lowest = 20.0;
    for (std::int64_t i = draw.whole(1, 6); i > 0; --i) {
        const double height = draw.half(2, 8);
        lowest = std::min(lowest, height);
        outer.push_back({column, base - height});
        column += draw.half(1, 5);
        outer.push_back({column, base - height});
    }
    outer.push_back({column, base});
    const Ring hole{{west + 0.5, base - 0.5},
                    {west + 0.5, base - lowest + 0.5},
                    {column - 0.5, base - lowest + 0.5},
                    {column - 0.5, base - 0.5}};
    const bool standing = draw.whole(0, 1) == 1;
    Rings rings{outer, hole};
    if (!standing) {
        for (Ring& ring : rings) {
            for (kernels::PixelPoint& corner : ring)
                std::swap(corner.column, corner.row);
        }
    }
    return rings;
}

/// One ring with corners that `corner` draws.
template <class Corner>
Ring tangle_ring(Draw& draw, Corner&& corner) {
    Ring ring;
    for (std::int64_t i = draw.whole(1, 9); i > 0; --i)
        ring.push_back(corner());
    return ring;
}

inline Rings sliver(Draw& draw) {
    const kernels::PixelPoint from{draw.half(-3, 27), draw.half(-3, 21)};
    const kernels::PixelPoint to{draw.half(-3, 27), draw.half(-3, 21)};
    const double width = draw.real(0.001, 0.02);
    return {{from, to, {to.column + width, to.row + width}, {from.column - width, from.row}}};
}

/// A random polygon of a kind; its rings run in either direction and are not closed by a repeated corner.
inline Rings random_polygon(Draw& draw, PolygonKind kind) {
    const auto anywhere = [&] { return kernels::PixelPoint{draw.real(-5.0, 29.0), draw.real(-5.0, 23.0)}; };
    const auto on_halves = [&] { return kernels::PixelPoint{draw.half(-2, 26), draw.half(-2, 20)}; };
    Rings rings;
    switch (kind) {
        case PolygonKind::star:
        case PolygonKind::star_on_halves:
            rings = star(draw);
            break;
        case PolygonKind::skyline:
            rings = skyline(draw);
            break;
        case PolygonKind::sliver:
            rings = sliver(draw);
            break;
        case PolygonKind::tangle:
            rings = {tangle_ring(draw, anywhere), tangle_ring(draw, anywhere)};
            break;
        case PolygonKind::tangle_on_halves:
            rings = {tangle_ring(draw, on_halves), tangle_ring(draw, on_halves)};
            break;
        case PolygonKind::outside:
            rings = {star_ring(draw, {draw.whole(0, 1) == 0 ? -60.0 : 90.0, draw.real(-80.0, 80.0)}, 20.0)};
            break;
    }
    for (Ring& ring : rings) {
        if (draw.whole(0, 1) == 1) std::ranges::reverse(ring);
        if (kind != PolygonKind::star_on_halves) continue;
        for (kernels::PixelPoint& corner : ring) {
            corner = {std::round(corner.column * 2.0) / 2.0, std::round(corner.row * 2.0) / 2.0};
        }
    }
    return rings;
}

}  // namespace reddline::reference
