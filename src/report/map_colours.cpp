#include "report/map_colours.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "report/type_colours.hpp"

namespace reddline::report {

namespace {

constexpr std::array excluded_colours{Colour{0xe3, 0xc4, 0xae}, Colour{0xee, 0xdc, 0xd0}};
constexpr std::array open_colours{Colour{0xe9, 0xe5, 0xde}, Colour{0xdf, 0xdc, 0xe3}, Colour{0xf3, 0xef, 0xe8},
                                  Colour{0xec, 0xe9, 0xef}};
constexpr Colour colour_of_none{0xee, 0xee, 0xee};
/// Loss from the first year to the last.
constexpr std::array loss_stops{Colour{0xd6, 0x57, 0x1b}, Colour{0xb9, 0x2f, 0x3f}, Colour{0x7d, 0x14, 0x60},
                                Colour{0x2b, 0x0a, 0x3d}};

template <std::size_t count>
Colour next_of(const std::array<Colour, count>& colours, std::size_t& place) {
    return colours[place++ % count];
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, std::size_t part, std::size_t parts) {
    return static_cast<std::uint8_t>((from * (parts - part) + to * part + parts / 2) / parts);
}

}  // namespace

std::vector<Colour> stratum_colours(const std::vector<Stratum>& strata, const std::vector<std::string>& types) {
    std::vector<Colour> colours;
    std::size_t excluded = 0;
    std::size_t open = 0;
    for (const Stratum& stratum : strata) {
        if (stratum.kind == StratumKind::forest) colours.push_back(colour_of_type(stratum.name, types));
        if (stratum.kind == StratumKind::excluded) colours.push_back(next_of(excluded_colours, excluded));
        if (stratum.kind == StratumKind::non_forest) colours.push_back(next_of(open_colours, open));
    }
    colours.push_back(colour_of_none);
    return colours;
}

Colour colour_of_loss(std::size_t code, std::size_t last_code) {
    if (last_code < 2) return loss_stops.back();
    const std::size_t steps = loss_stops.size() - 1;
    const std::size_t place = (code - 1) * steps;  // in parts of last_code - 1, from the first stop to the last
    const std::size_t parts = last_code - 1;
    const std::size_t stop = std::min(place / parts, steps - 1);
    const std::size_t part = place - stop * parts;
    const Colour& from = loss_stops[stop];
    const Colour& to = loss_stops[stop + 1];
    return {between(from.red, to.red, part, parts), between(from.green, to.green, part, parts),
            between(from.blue, to.blue, part, parts)};
}

}  // namespace reddline::report
